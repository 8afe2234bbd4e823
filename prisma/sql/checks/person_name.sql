ALTER TABLE public.person_name
  ADD CONSTRAINT person_name_kind CHECK (kind IN ('as_said', 'other_script', 'alias', 'authority_spelling', 'document_spelling')),
  ADD CONSTRAINT person_name_one_form CHECK ((text IS NULL) <> (cipher IS NULL)),
  ADD CONSTRAINT person_name_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
