ALTER TABLE public.goal
  ADD CONSTRAINT goal_ended CHECK ((state = 'open') = (ended_at IS NULL) AND (state = 'open') = (ended_by IS NULL)),
  ADD CONSTRAINT goal_state CHECK (state IN ('open', 'reached', 'dropped'));
