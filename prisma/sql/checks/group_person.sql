ALTER TABLE public.group_person
  ADD CONSTRAINT group_person_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
