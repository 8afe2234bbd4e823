ALTER TABLE public.person_identifier
  ADD CONSTRAINT person_identifier_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
