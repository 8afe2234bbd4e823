ALTER TABLE public.case_leftover
  ADD CONSTRAINT case_leftover_kind CHECK (kind IN ('deadline', 'task', 'plan', 'step', 'signal', 'goal', 'minor', 'referral')),
  ADD CONSTRAINT case_leftover_reason CHECK (reason IN ('followedElsewhere', 'notNeeded', 'declined', 'unreachable', 'other'));
