ALTER TABLE public.head_copy
  ADD CONSTRAINT head_copy_way CHECK (way IN ('file', 'mail', 'webhook'));
