ALTER TABLE public.import_piece
  ADD CONSTRAINT import_piece_state CHECK (state IN ('waiting', 'done', 'undone')),
  ADD CONSTRAINT import_piece_written CHECK ((state = 'waiting') = (xid IS NULL) AND (xid IS NULL) = (cluster IS NULL));
