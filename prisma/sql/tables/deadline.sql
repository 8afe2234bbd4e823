CREATE POLICY guest ON public.deadline FOR SELECT TO accompany_app USING (case_id = ANY ((SELECT app.guest_cases('deadlines'))::uuid[]));
-- A deadline whose rule was corrected reminds by the earlier day until a person decides (docs/adr/0095). The earlier day is written
-- beside it, so that the file is in danger by it in every list, and not on Today only; what was counted stays in its explanation.
CREATE POLICY reminds ON public.deadline FOR UPDATE TO accompany_guard USING (status = 'open') WITH CHECK (status = 'open');
CREATE POLICY signed ON public.deadline AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND status = 'open');
CREATE POLICY signed_close ON public.deadline AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (closed_by IS NULL OR closed_by = (SELECT app.worker_id()));

      CREATE TRIGGER guard_deadline BEFORE UPDATE OF status, superseded_by, closed_act, closed_on, closed_kind, closed_ref, kept, closed_by, closed_at, version ON public.deadline
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_deadline();
CREATE TRIGGER guard_reminding BEFORE UPDATE OF remind_on ON public.deadline
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_reminding();
CREATE TRIGGER guard_retained_deadline BEFORE UPDATE OF retained_rule_id, retained_note_id ON public.deadline
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_retained_deadline();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE
    OR UPDATE OF case_id, rule_id, severity, status, happened_on, remind_on, explanation ON public.deadline
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('acts');
GRANT INSERT, SELECT, UPDATE (closed_act, closed_at, closed_by, closed_kind, closed_on, closed_ref, kept, remind_on, retained_note_id,
  retained_rule_id, status, superseded_by, version) ON public.deadline TO accompany_app;
GRANT SELECT (cause_ref, closed_ref, created_at, due_on, event, explanation, facts, family, happened_at, happened_on, id, letter_amount, letter_on, letter_unit,
  lodged_on, notification, registered_on, remind_on, retained_rule_id, rule_id, severity, status, version, xmin),
  UPDATE (remind_on) ON public.deadline TO accompany_guard;
GRANT SELECT (id, case_id, family, rule_id, severity, status, due_on, kept, closed_on, superseded_by, created_at, team_id, secrecy) ON
  public.deadline TO accompany_count;
