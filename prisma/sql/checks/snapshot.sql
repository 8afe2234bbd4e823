ALTER TABLE public.snapshot
  ADD CONSTRAINT snapshot_hierarchies CHECK (hierarchies IN ('h1', 'h2')),
  ADD CONSTRAINT snapshot_key CHECK ((wrapped_key IS NULL) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT snapshot_left_out CHECK (left_out = 0 OR left_out >= 20 AND (left_out % 10) = 0),
  ADD CONSTRAINT snapshot_period CHECK ((period_kind IN ('quarter', 'year')) AND period_start < period_end);
