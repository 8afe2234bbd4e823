ALTER TABLE public.organisation_picture
  ADD CONSTRAINT organisation_picture_size CHECK (length(bytes) BETWEEN 1 AND 300000),
  ADD CONSTRAINT organisation_picture_hash CHECK (hash = encode(sha256(bytes), 'hex'));
