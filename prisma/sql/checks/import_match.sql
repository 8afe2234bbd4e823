ALTER TABLE public.import_match
  ADD CONSTRAINT import_match_decision CHECK (decision IN ('new', 'same', 'skip'));
