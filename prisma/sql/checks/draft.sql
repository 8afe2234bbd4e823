ALTER TABLE public.draft
  ADD CONSTRAINT draft_size CHECK (octet_length(cipher) <= 270336 AND octet_length(iv) = 12);
