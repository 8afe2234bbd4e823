CREATE POLICY add ON public.visit FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY counts ON public.visit FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY guards ON public.visit FOR SELECT TO accompany_guard USING (true);
-- Read as the application: a project of another organisation is not there.
CREATE POLICY own_project ON public.visit AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = visit.project_id));
CREATE POLICY own_project_work ON public.visit AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = visit.project_id));
CREATE POLICY reach ON public.visit FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.my_visits())::uuid[]))
    OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.visit FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (id = ANY ((SELECT app.my_visits())::uuid[]))
    OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
GRANT UPDATE (access, ends_at, project_id, starts_at, version, waiting_minutes) ON public.visit TO accompany_app;
GRANT SELECT (created_at, id, on_date, place_id, team_id) ON public.visit TO accompany_guard;
GRANT SELECT (id, place_id) ON public.visit TO accompany_job;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.visit FOR SELECT TO accompany_count
  USING (team_id = ANY ((SELECT app.counted_offices())::uuid[]) OR id = ANY ((SELECT app.counted_visits())::uuid[]));
GRANT SELECT (id, team_id, place_id, project_id, on_date, starts_at, ends_at, access, waiting_minutes) ON public.visit TO accompany_count;
