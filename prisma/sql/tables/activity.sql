CREATE POLICY of_this_file ON public.activity AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = activity.case_id AND cp.person_id = activity.person_id));
-- Read as the application: a project of another organisation is not there.
CREATE POLICY own_project ON public.activity AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = activity.project_id));
CREATE POLICY signed ON public.activity AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.activity FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.activity TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.activity TO accompany_guard;
GRANT SELECT (id, case_id, subject_id, revision, mistake, person_id, way, place_id, on_day, minutes, project_id, created_at, team_id,
  secrecy) ON public.activity TO accompany_count;
