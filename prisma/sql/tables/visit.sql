CREATE POLICY add ON public.visit FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY counts ON public.visit FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY guards ON public.visit FOR SELECT TO accompany_guard USING (true);
CREATE POLICY reach ON public.visit FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.my_visits())::uuid[]))
    OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.visit FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.my_visits())::uuid[]))
    OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
GRANT UPDATE (access, ends_at, starts_at, version, waiting_minutes) ON public.visit TO accompany_app;
GRANT SELECT (created_at, id, on_date, place_id, team_id) ON public.visit TO accompany_guard;
GRANT SELECT (id, place_id) ON public.visit TO accompany_job;
