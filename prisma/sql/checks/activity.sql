ALTER TABLE public.activity
  ADD CONSTRAINT activity_minutes CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT activity_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT activity_way CHECK (way IN ('office', 'phone', 'written', 'court', 'reception', 'return_home', 'outreach'));
