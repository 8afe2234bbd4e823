ALTER TABLE public.job_run
  ADD CONSTRAINT job_run_state CHECK (state IN ('running', 'ok', 'failed', 'lost')),
  ADD CONSTRAINT job_run_ended CHECK ((ended_at IS NULL) = (state = 'running')),
  ADD CONSTRAINT job_run_code CHECK (code ~ '^[A-Za-z0-9_]{1,40}$');
