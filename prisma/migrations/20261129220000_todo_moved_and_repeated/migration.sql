-- A task or next step that is moved says from which day and why; a task may repeat while its procedure lasts (docs/adr/0124).
ALTER TABLE public.task
  ADD COLUMN moved_from DATE,
  ADD COLUMN moved_cipher BYTEA,
  ADD COLUMN moved_revision INTEGER,
  ADD COLUMN repeats TEXT,
  ADD COLUMN follows_id UUID;
ALTER TABLE public.case_file
  ADD COLUMN next_step_moved_from DATE,
  ADD COLUMN next_step_moved_cipher BYTEA;
