ALTER TABLE public.instance
  ADD CONSTRAINT instance_kind CHECK (kind IN ('pages', 'jobs')),
  ADD CONSTRAINT instance_disk_free CHECK (disk_free BETWEEN 0 AND 100);
