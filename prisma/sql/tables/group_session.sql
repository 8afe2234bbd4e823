CREATE POLICY add ON public.group_session FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.my_teams())::uuid[])));
-- The office reads its sessions: they name no one. Where a person of a file took part, the readers of that file do too.
CREATE POLICY reach ON public.group_session FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id()) OR team_id = ANY ((SELECT app.my_teams())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[])
    OR EXISTS (SELECT FROM public.group_person gp WHERE gp.group_id = group_session.id));
CREATE POLICY work ON public.group_session FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
    AND (created_by = (SELECT app.worker_id()) OR team_id = ANY ((SELECT app.my_teams())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[])));
-- Read as the application: a colleague, a place or a project of another organisation is not there.
CREATE POLICY own_things ON public.group_session AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((place_id IS NULL OR EXISTS (SELECT FROM public.place p WHERE p.id = group_session.place_id))
    AND (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = group_session.project_id))
    AND NOT EXISTS (SELECT FROM unnest(leaders) AS l (id) WHERE NOT EXISTS (SELECT FROM public.staff s WHERE s.id = l.id)));
CREATE POLICY own_things_changed ON public.group_session AS RESTRICTIVE FOR UPDATE TO accompany_app USING (true)
  WITH CHECK ((place_id IS NULL OR EXISTS (SELECT FROM public.place p WHERE p.id = group_session.place_id))
    AND (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = group_session.project_id))
    AND NOT EXISTS (SELECT FROM unnest(leaders) AS l (id) WHERE NOT EXISTS (SELECT FROM public.staff s WHERE s.id = l.id)));
GRANT UPDATE (topic, on_day, starts_at, ends_at, place_id, interpreter_language, leaders, women, men, adults_other, girls, boys, minors_other,
  project_id, version, taken_back_at) ON public.group_session TO accompany_app;
-- For exact figures (docs/adr/0136): it names no one, so that an admin counts those of all offices.
CREATE POLICY counted ON public.group_session FOR SELECT TO accompany_count USING (team_id = ANY ((SELECT app.counted_offices())::uuid[]));
GRANT SELECT (id, team_id, topic, on_day, place_id, interpreter_language, women, men, adults_other, girls, boys, minors_other, project_id,
  created_at, taken_back_at) ON public.group_session TO accompany_count;
