CREATE POLICY add ON public.saved_view FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND (team_id IS NULL OR (team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY reach ON public.saved_view FOR SELECT TO accompany_app
  USING (team_id IS NULL AND staff_id = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY work ON public.saved_view FOR UPDATE TO accompany_app
  USING (team_id IS NULL AND staff_id = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
GRANT INSERT, SELECT, UPDATE (is_pinned, name, query, removed_at, version) ON public.saved_view TO accompany_app;
