CREATE POLICY add ON public.visit_plan FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[])) AND state = 'draft');
CREATE POLICY guards ON public.visit_plan FOR SELECT TO accompany_guard USING (true);
CREATE POLICY hands_over ON public.visit_plan FOR UPDATE TO accompany_guard USING (true) WITH CHECK (true);
-- A draft is its maker's and the coordinator's. Published or cancelled, it is also for anyone who is named on it.
CREATE POLICY reach ON public.visit_plan FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])) OR state <> 'draft'
    AND (id = ANY ((SELECT app.my_plans())::uuid[])));
CREATE POLICY work ON public.visit_plan FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])) OR state <> 'draft'
    AND (id = ANY ((SELECT app.my_plans())::uuid[])));
CREATE TRIGGER guard_visit_plan BEFORE UPDATE OF state ON public.visit_plan
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND old.state IS DISTINCT FROM new.state)
  EXECUTE FUNCTION app.guard_visit_plan();
GRANT UPDATE (ends_at, on_date, starts_at, state, version) ON public.visit_plan TO accompany_app;
GRANT SELECT (ends_at, id, on_date, place_id, starts_at, state, version), UPDATE (version) ON public.visit_plan TO accompany_guard;
