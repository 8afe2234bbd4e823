-- What a snapshot holds from h2 on (docs/adr/0139). Rows that were frozen before have none of it, and stay as they are.
ALTER TABLE public.snapshot ADD COLUMN hierarchies TEXT NOT NULL DEFAULT 'h1';
ALTER TABLE public.sdc_record
  ADD COLUMN sex TEXT,
  ADD COLUMN office TEXT,
  ADD COLUMN ending TEXT,
  ADD COLUMN length TEXT;
-- The standard set of tables, proven when a period is frozen.
CREATE TABLE public.sdc_standard (
  snapshot_id UUID NOT NULL,
  place SMALLINT NOT NULL,
  code TEXT NOT NULL,
  content TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT sdc_standard_pkey PRIMARY KEY (snapshot_id, place)
);
ALTER TABLE public.sdc_standard ADD CONSTRAINT sdc_standard_snapshot_id_fkey
  FOREIGN KEY (snapshot_id) REFERENCES public.snapshot(id) ON DELETE RESTRICT ON UPDATE CASCADE;
