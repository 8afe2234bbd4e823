ALTER TABLE public.correction
  ADD CONSTRAINT correction_state CHECK ((state IN ('asked', 'done', 'refused')) AND (state = 'asked') = (answered_by IS NULL) AND (state = 'asked') = (answered_at IS NULL)
      AND (state = 'asked') = (answer_cipher IS NULL));
