CREATE POLICY add ON public.enquiry FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY reach ON public.enquiry FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.enquiry FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])));
GRANT UPDATE (taken_back_at) ON public.enquiry TO accompany_app;
-- For exact figures (docs/adr/0136): it names no one, so that an admin counts those of all offices.
CREATE POLICY counted ON public.enquiry FOR SELECT TO accompany_count USING (team_id = ANY ((SELECT app.counted_offices())::uuid[]));
GRANT SELECT (id, team_id, way, on_day, topic, nationality, language, people, created_at, taken_back_at) ON public.enquiry TO accompany_count;
