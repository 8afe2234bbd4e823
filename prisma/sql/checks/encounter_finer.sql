ALTER TABLE public.encounter_finer ADD CONSTRAINT encounter_finer_kind CHECK (kind IN ('topic', 'request', 'action'));
