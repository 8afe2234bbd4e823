ALTER TABLE public.case_file
  ADD CONSTRAINT case_file_secrecy CHECK (secrecy IN ('open', 'restricted', 'sealed')),
  ADD CONSTRAINT case_file_trafficking CHECK (kind <> 'thb' OR secrecy <> 'open');
