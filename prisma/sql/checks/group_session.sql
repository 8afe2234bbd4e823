ALTER TABLE public.group_session
  ADD CONSTRAINT group_session_hours CHECK (COALESCE(starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', true)
      AND COALESCE(ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', true)
      AND (ends_at IS NULL OR starts_at IS NOT NULL AND ends_at > starts_at)),
  ADD CONSTRAINT group_session_language CHECK (COALESCE(interpreter_language ~ '^[a-z]{2,3}$', true)),
  ADD CONSTRAINT group_session_people CHECK (LEAST(women, men, adults_other, girls, boys, minors_other) >= 0
      AND women + men + adults_other + girls + boys + minors_other BETWEEN 1 AND 500),
  ADD CONSTRAINT group_session_topic CHECK (topic ~ '^[a-z][a-z0-9_]{0,39}$');
