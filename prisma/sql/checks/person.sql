ALTER TABLE public.person
  ADD CONSTRAINT person_interpreter_need CHECK (interpreter_need IN ('yes', 'some', 'no', 'unknown', 'declined', 'not_asked')),
  ADD CONSTRAINT person_sex CHECK (sex IN ('f', 'm', 'x', 'unknown', 'declined', 'not_asked'));
