ALTER TABLE public.audit_seal
  ADD CONSTRAINT audit_seal_range CHECK (number > 0 AND first_txid < end_txid),
  ADD CONSTRAINT audit_seal_signed CHECK ((kid IS NULL) = (signature IS NULL));
