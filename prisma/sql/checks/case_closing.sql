ALTER TABLE public.case_closing
  ADD CONSTRAINT case_closing_kind CHECK (kind IN ('closed', 'reopened')),
  ADD CONSTRAINT case_closing_says CHECK ((kind = 'closed') = (reason IS NOT NULL) AND (kind = 'closed' OR words_cipher IS NOT NULL));
