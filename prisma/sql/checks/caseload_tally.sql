ALTER TABLE public.caseload_tally
  ADD CONSTRAINT caseload_tally_some CHECK (files > 0);
