ALTER TABLE public.person_origin
  ADD CONSTRAINT person_origin_certainty CHECK (certainty IN ('said', 'document', 'presumed', 'contested', 'not_known', 'declined')),
  ADD CONSTRAINT person_origin_kind CHECK (kind IN ('birth', 'residence')),
  ADD CONSTRAINT person_origin_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
