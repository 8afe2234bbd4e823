ALTER TABLE public.sheet_given
  ADD CONSTRAINT sheet_given_language CHECK (language IN ('en', 'fr', 'nl', 'de', 'ar', 'fa', 'ps', 'ti')),
  ADD CONSTRAINT sheet_given_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
