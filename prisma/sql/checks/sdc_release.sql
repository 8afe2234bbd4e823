ALTER TABLE public.sdc_release
  ADD CONSTRAINT sdc_release_kind CHECK (kind IN ('table', 'rows', 'exact', 'noise')),
  ADD CONSTRAINT sdc_release_profile CHECK (profile IN ('public', 'partner')),
  ADD CONSTRAINT sdc_release_two CHECK ((kind = 'table') = (approved_by IS NULL) AND approved_by <> requested_by);
