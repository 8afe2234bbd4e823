ALTER TABLE public.legal_hold
  ADD CONSTRAINT legal_hold_ground CHECK (ground IN ('proceedings', 'inquiry', 'complaint', 'asked_by_person', 'other')),
  ADD CONSTRAINT legal_hold_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL) = (lifted_cipher IS NULL));
