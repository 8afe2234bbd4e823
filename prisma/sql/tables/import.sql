CREATE POLICY bring ON public.import FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.led_teams())::uuid[])) AND state = 'brought'
    AND started_at IS NULL AND ended_at IS NULL AND undone_at IS NULL AND forgotten_at IS NULL);
CREATE POLICY go_on ON public.import FOR UPDATE TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY leads ON public.import FOR SELECT TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE TRIGGER guard_import BEFORE UPDATE ON public.import
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_import();
GRANT SELECT, UPDATE (ended_at, forgotten_at, head_cipher, plan_cipher, state) ON public.import TO accompany_guard;
GRANT UPDATE (asked_to, at, bad, gone, good, head_cipher, kept, made, passed, plan_cipher, plan_revision, round,
  state) ON public.import TO accompany_app;
