-- What a guest may be given. Everything else of a file has no policy that lets them in.
CREATE POLICY guest ON public.task FOR SELECT TO accompany_app
  USING ((case_id = ANY ((SELECT app.guest_cases('tasks'))::uuid[])) AND assigned_to = (SELECT app.actor_id()));
CREATE POLICY signed ON public.task AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND done_by IS NULL
    AND (assigned_to IN (SELECT r.staff_id FROM app.readers_of(task.case_id) r(staff_id, reason, until, works) WHERE r.works
      OR r.reason = 'guest')));
CREATE POLICY signed_work ON public.task AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (done_by IS NULL OR done_by = (SELECT app.worker_id()));
-- A step belongs to a goal of its own file, and stays with it.
CREATE POLICY step_of_this_file ON public.task AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (goal_id IS NULL OR (goal_id IN (SELECT g.id FROM public.goal g WHERE g.case_id = task.case_id)));
CREATE TRIGGER guard_task BEFORE UPDATE OF assigned_to ON public.task
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND new.assigned_to <> old.assigned_to)
  EXECUTE FUNCTION app.guard_task();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, due_on, done_at, withdrawn_at ON public.task
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('tasks');
GRANT INSERT, SELECT, UPDATE (assigned_to, done_at, done_by, due_on, moved_cipher, moved_from, moved_revision, repeats, text_cipher,
  text_revision, version, withdrawn_at) ON public.task TO accompany_app;
GRANT SELECT (assigned_to, done_at, due_on, id, repeats, version, withdrawn_at, xmin), UPDATE (assigned_to,
  version, withdrawn_at) ON public.task TO accompany_guard;
