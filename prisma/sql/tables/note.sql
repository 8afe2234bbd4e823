CREATE POLICY guest ON public.note FOR SELECT TO accompany_app USING (case_id = ANY ((SELECT app.guest_cases('notes'))::uuid[]));
CREATE POLICY privileged ON public.note AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (NOT privileged OR (case_id = ANY ((SELECT app.privileged_cases())::uuid[])));
CREATE POLICY privileged_add ON public.note AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT privileged OR (case_id = ANY ((SELECT app.privileged_cases())::uuid[])));
CREATE POLICY privileged_work ON public.note AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (NOT privileged OR (case_id = ANY ((SELECT app.privileged_cases())::uuid[])));
CREATE POLICY signed ON public.note AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (author_id = (SELECT app.worker_id()));
-- What its author took back is shown to no one and changed by no one: no list, count, extract or search has to know of it.
CREATE POLICY withdrawn ON public.note AS RESTRICTIVE FOR ALL TO accompany_app USING (withdrawn_at IS NULL);
CREATE TRIGGER guard_note BEFORE UPDATE OF kind, happened_on, body_cipher, version ON public.note
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_note();
CREATE TRIGGER keep_note_revision AFTER UPDATE OF kind, happened_on, body_cipher ON public.note
  FOR EACH ROW EXECUTE FUNCTION app.keep_note_revision();
CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF happened_on, withdrawn_at ON public.note FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
GRANT INSERT, SELECT, UPDATE (body_cipher, edited_at, happened_on, kind, pin_version, pinned_at, version),
  INSERT (privileged) ON public.note TO accompany_app;
GRANT SELECT (author_id, created_at, happened_on, id, pinned_at, version, withdrawn_at, xmin), UPDATE (withdrawn_at) ON public.note
  TO accompany_guard;
