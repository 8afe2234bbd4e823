ALTER TABLE public.capability_grant
  ADD CONSTRAINT capability_grant_ended CHECK ((ended_at IS NULL OR state = 'given') AND (ended_by IS NULL OR ended_at IS NOT NULL)),
  ADD CONSTRAINT capability_grant_kind CHECK (kind IN ('reads_figures', 'reads_sealed_figures')),
  ADD CONSTRAINT capability_grant_state CHECK ((state IN ('asked', 'given', 'refused')) AND (state = 'asked') = (answered_by IS NULL)
      AND (answered_by IS NULL) = (answered_at IS NULL)),
  -- Two admins, and neither of them is the holder.
  ADD CONSTRAINT capability_grant_two CHECK (holder_id <> asked_by AND (state <> 'given' OR (answered_by <> asked_by AND answered_by <> holder_id)));
