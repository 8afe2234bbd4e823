ALTER TABLE public.person_language
  ADD CONSTRAINT person_language_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
