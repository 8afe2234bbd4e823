-- RESTRICTIVE, so that no policy written later can open such a file by accident.
CREATE POLICY circle ON public.case_file AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (secrecy = 'open' OR (id = ANY ((SELECT app.member_cases())::uuid[])) OR secrecy = 'restricted'
    AND (id = ANY ((SELECT app.glass_cases())::uuid[])));
CREATE POLICY circle_work ON public.case_file AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (secrecy = 'open' OR (id = ANY ((SELECT app.member_cases())::uuid[])));
-- Read as the application: an enquiry out of reach is not there.
CREATE POLICY from_enquiry ON public.case_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (enquiry_id IS NULL OR EXISTS (SELECT FROM public.enquiry e WHERE e.id = case_file.enquiry_id));
CREATE POLICY in_open_office ON public.case_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT EXISTS (SELECT FROM public.team t WHERE t.id = case_file.team_id AND t.closed_at IS NOT NULL));
CREATE POLICY guards ON public.case_file FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY open_one ON public.case_file FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[]))
    AND (worker_id = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY reach ON public.case_file FOR SELECT TO accompany_app
  USING (worker_id = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.member_cases())::uuid[]))
    OR (id = ANY ((SELECT app.glass_cases())::uuid[])) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.case_file FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
    AND (worker_id = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.member_cases())::uuid[]))
      OR (team_id = ANY ((SELECT app.led_teams())::uuid[]))))
  WITH CHECK (worker_id = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.member_cases())::uuid[]))
    OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE TRIGGER check_case_staff AFTER INSERT OR UPDATE OF worker_id, team_id ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();
CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT ON public.case_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_sealed();
CREATE TRIGGER guard_case_file BEFORE UPDATE ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_case_file();
CREATE TRIGGER guard_closing AFTER UPDATE OF status ON public.case_file
  FOR EACH ROW
    WHEN (CURRENT_USER = 'accompany_app' AND old.status IS DISTINCT FROM new.status
      AND (old.status IN ('closed', 'closed_referred', 'duplicate', 'archived')) <> (new.status IN ('closed', 'closed_referred', 'duplicate',
          'archived')))
  EXECUTE FUNCTION app.guard_closing();
CREATE TRIGGER guard_file_review BEFORE UPDATE ON public.case_file
  FOR EACH ROW
    WHEN (CURRENT_USER = 'accompany_app'
      AND (new.last_reviewed_by IS DISTINCT FROM old.last_reviewed_by OR new.last_reviewed_at IS DISTINCT FROM old.last_reviewed_at))
  EXECUTE FUNCTION app.guard_file_review();
CREATE TRIGGER guard_new_worker BEFORE UPDATE OF worker_id ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND new.worker_id <> old.worker_id AND new.secrecy <> 'open')
  EXECUTE FUNCTION app.guard_new_worker();
-- On INSERT too, so that no one writes these days with a new file.
CREATE TRIGGER keep_danger AFTER INSERT OR UPDATE OF status ON public.case_file FOR EACH ROW EXECUTE FUNCTION app.keep_danger_of_file();
CREATE TRIGGER keep_former AFTER UPDATE ON public.case_file
  FOR EACH ROW
    WHEN ((old.kind IS DISTINCT FROM new.kind OR old.status IS DISTINCT FROM new.status OR old.risk IS DISTINCT FROM new.risk
        OR old.secrecy IS DISTINCT FROM new.secrecy OR old.next_step_cipher IS DISTINCT FROM new.next_step_cipher
        OR old.next_step_on IS DISTINCT FROM new.next_step_on)
      AND old.created_at < date_trunc('milliseconds', transaction_timestamp()))
  EXECUTE FUNCTION app.keep_former_file();
CREATE TRIGGER keep_held BEFORE DELETE ON public.case_file FOR EACH ROW EXECUTE FUNCTION app.keep_held();
CREATE TRIGGER keep_silence AFTER INSERT OR UPDATE OF status, risk, opened_on ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
CREATE CONSTRAINT TRIGGER keep_tally AFTER INSERT OR DELETE
    OR UPDATE OF team_id, worker_id, risk, status, secrecy ON public.case_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.keep_tally();
CREATE TRIGGER spread_scope AFTER UPDATE OF team_id, secrecy ON public.case_file
  FOR EACH ROW WHEN (old.team_id IS DISTINCT FROM new.team_id OR old.secrecy IS DISTINCT FROM new.secrecy)
  EXECUTE FUNCTION app.spread_scope();
GRANT INSERT, SELECT, UPDATE (closed_on, closure_reason, kind, last_reviewed_at, last_reviewed_by, next_review_on, next_step_cipher,
  next_step_moved_cipher, next_step_moved_from, next_step_on, next_step_revision, risk, secrecy, status, team_id, version, worker_id) ON public.case_file TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE (act_from, act_on, adult_on, critical_on, is_held, last_contact_on, last_seen_on, missing_on,
  removal_on, secrecy, serious_on, silence_on, task_on, unseen_on, version, worker_id), SELECT (next_step_on, silence_on,
  xmin) ON public.case_file TO accompany_guard;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.case_file FOR SELECT TO accompany_count
  USING ((secrecy = 'open' AND team_id = ANY ((SELECT app.counted_teams())::uuid[]))
    OR id = ANY ((SELECT app.counted_cases())::uuid[]));
GRANT SELECT (id, team_id, kind, status, risk, secrecy, worker_id, opened_on, closed_on, unseen_on) ON public.case_file TO
  accompany_count;
-- Of files kept for possible trafficking alone; what hangs on a file follows it.
CREATE POLICY counts_sealed ON public.case_file FOR SELECT TO accompany_sealed USING (kind = 'thb' AND secrecy <> 'open');
GRANT SELECT (id, kind, secrecy, team_id) ON public.case_file TO accompany_sealed;
