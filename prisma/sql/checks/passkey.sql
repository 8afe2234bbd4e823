ALTER TABLE public.passkey
  ADD CONSTRAINT passkey_name CHECK (char_length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT passkey_counter CHECK (counter >= 0),
  ADD CONSTRAINT passkey_key CHECK (octet_length(public_key) BETWEEN 16 AND 8192);
