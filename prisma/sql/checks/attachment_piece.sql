ALTER TABLE public.attachment_piece
  ADD CONSTRAINT attachment_piece_position CHECK ("position" >= 0 AND "position" <= 99),
  ADD CONSTRAINT attachment_piece_size CHECK (octet_length(cipher) BETWEEN 1 AND 300000);
