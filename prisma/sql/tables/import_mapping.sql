CREATE POLICY go_on ON public.import_mapping FOR UPDATE TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY leads ON public.import_mapping FOR SELECT TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY remember ON public.import_mapping FOR INSERT TO accompany_app WITH CHECK (team_id = ANY ((SELECT app.led_teams())::uuid[]));
GRANT UPDATE (fields, saved_at) ON public.import_mapping TO accompany_app;
