ALTER TABLE public.task
  ADD CONSTRAINT task_done_by_somebody CHECK ((done_at IS NULL) = (done_by IS NULL)),
  ADD CONSTRAINT task_moved_with_reason CHECK ((moved_cipher IS NULL) = (moved_revision IS NULL)),
  ADD CONSTRAINT task_repeats CHECK (repeats IN ('week_held', 'month_held', 'week_open', 'month_open'));
