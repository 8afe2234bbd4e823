ALTER TABLE public.kept_apart
  ADD CONSTRAINT kept_apart_two CHECK (case_id <> other_case_id);
