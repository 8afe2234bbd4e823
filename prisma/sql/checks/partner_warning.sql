ALTER TABLE public.partner_warning
  ADD CONSTRAINT partner_warning_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));
