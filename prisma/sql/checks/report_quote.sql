ALTER TABLE public.report_quote
  ADD CONSTRAINT report_quote_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT report_quote_speaker CHECK (speaker IN ('woman', 'man', 'girl', 'boy', 'young_person', 'person'));
