ALTER TABLE public.task
  ADD CONSTRAINT task_done_by_somebody CHECK ((done_at IS NULL) = (done_by IS NULL));
