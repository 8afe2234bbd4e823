ALTER TABLE public.signal
  ADD CONSTRAINT signal_severity CHECK (severity IN ('info', 'watch', 'serious', 'critical'));
