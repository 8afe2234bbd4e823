ALTER TABLE public.centre_closure
  ADD CONSTRAINT centre_closure_days CHECK (from_day <= until_day);
