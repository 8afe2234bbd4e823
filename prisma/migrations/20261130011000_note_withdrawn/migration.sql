-- A note that its author took back at once, before anyone else opened the file (docs/adr/0135).
ALTER TABLE public.note ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
