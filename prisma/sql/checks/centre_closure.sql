ALTER TABLE public.centre_closure
  ADD CONSTRAINT centre_closure_days CHECK (from_day <= until_day),
  ADD CONSTRAINT centre_closure_reason CHECK (reason IN ('holiday', 'works', 'illness', 'strike', 'event', 'unknown'));
