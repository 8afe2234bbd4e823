ALTER TABLE public.row_mark
  ADD CONSTRAINT row_mark_gone CHECK (digest IS NOT NULL OR salt IS NULL);
