ALTER TABLE public.system_mark
  ADD CONSTRAINT system_mark_kind CHECK (kind IN ('backup', 'verify', 'ready', 'certificate'));
