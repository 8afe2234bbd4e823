ALTER TABLE public.person_merge
  ADD CONSTRAINT person_merge_because CHECK (because IN ('said', 'document', 'number', 'recognised', 'other')),
  ADD CONSTRAINT person_merge_two CHECK (kept_id <> absorbed_id),
  ADD CONSTRAINT person_merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (conflicts IS NULL));
