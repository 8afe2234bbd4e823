ALTER TABLE public.wrapped_key
  ADD CONSTRAINT wrapped_key_holder CHECK (holder_kind IN ('person', 'file', 'visit', 'glass', 'vault', 'import', 'partner', 'incoming'));
