ALTER TABLE public.screening
  ADD CONSTRAINT screening_days CHECK (COALESCE(again > screened_day, true)),
  ADD CONSTRAINT screening_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
