ALTER TABLE public.nationality
  ADD CONSTRAINT nationality_certainty CHECK (certainty IN ('said', 'document', 'presumed', 'contested', 'not_known', 'declined')),
  ADD CONSTRAINT nationality_since CHECK (since_when IS NULL OR (since_when IN ('not_known', 'declined')) = (valid_from IS NULL)),
  ADD CONSTRAINT nationality_until CHECK (until_when IS NULL OR (until_when IN ('not_known', 'declined')) = (valid_to IS NULL)),
  ADD CONSTRAINT nationality_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
