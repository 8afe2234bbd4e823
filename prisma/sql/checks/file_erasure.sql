ALTER TABLE public.file_erasure
  ADD CONSTRAINT file_erasure_ground CHECK (ground IN ('no_longer_needed', 'consent_withdrawn', 'objects', 'unlawful', 'law_says')),
  ADD CONSTRAINT file_erasure_state CHECK ((state IN ('asked', 'done', 'refused', 'withdrawn')) AND (state = 'asked') = (answered_by IS NULL)
      AND (state = 'asked') = (answered_at IS NULL) AND (state = 'done') = (counts IS NOT NULL)
      AND (state <> 'done' OR words_cipher IS NULL)),
  ADD CONSTRAINT file_erasure_two CHECK (state <> 'done' OR answered_by <> proposed_by);
