CREATE POLICY concerned ON public.handover FOR SELECT TO accompany_app USING (id = ANY ((SELECT app.my_handovers())::uuid[]));
CREATE POLICY guards ON public.handover FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY lead ON public.handover FOR UPDATE TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY prepare ON public.handover FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'draft' AND (team_id = ANY ((SELECT app.led_teams())::uuid[]))
    AND app.is_colleague(from_staff_id));
CREATE TRIGGER guard_handover BEFORE UPDATE ON public.handover
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND new.state <> old.state)
  EXECUTE FUNCTION app.guard_handover();
GRANT INSERT, SELECT, UPDATE (kind, sent_at, sent_by, state, undone_at, until_day, version) ON public.handover TO accompany_app;
GRANT SELECT ON public.handover TO accompany_guard;
