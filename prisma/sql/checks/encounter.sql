ALTER TABLE public.encounter
  ADD CONSTRAINT encounter_interpreter CHECK (interpreter IN ('in_person', 'phone', 'none')),
  ADD CONSTRAINT encounter_met_at CHECK (met_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT encounter_mode CHECK (mode IN ('in_person', 'phone', 'video')),
  ADD CONSTRAINT encounter_outcome CHECK (outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone')),
  ADD CONSTRAINT encounter_own_outcome CHECK (own_outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone'));
