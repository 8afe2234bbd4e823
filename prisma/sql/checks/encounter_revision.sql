ALTER TABLE public.encounter_revision
  ADD CONSTRAINT encounter_revision_outcome CHECK (outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone'));
