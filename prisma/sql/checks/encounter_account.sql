ALTER TABLE public.encounter_account
  ADD CONSTRAINT encounter_account_outcome CHECK (outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone'));
