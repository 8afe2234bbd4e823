ALTER TABLE public.handover
  ADD CONSTRAINT handover_kind CHECK (kind IN ('permanent', 'temporary')),
  ADD CONSTRAINT handover_sent CHECK ((state = 'draft') = (sent_at IS NULL) AND (sent_at IS NULL) = (sent_by IS NULL)),
  ADD CONSTRAINT handover_state CHECK (state IN ('draft', 'sent', 'undone')),
  ADD CONSTRAINT handover_until CHECK ((kind = 'temporary') = (until_day IS NOT NULL));
