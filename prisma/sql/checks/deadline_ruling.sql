ALTER TABLE public.deadline_ruling
  ADD CONSTRAINT deadline_ruling_kind CHECK (kind IN ('confirmed', 'amended', 'doubted')),
  ADD CONSTRAINT deadline_ruling_says CHECK ((kind = 'amended') = (periods IS NOT NULL));
