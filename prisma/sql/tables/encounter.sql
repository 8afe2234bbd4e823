CREATE POLICY counts ON public.encounter FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY of_this_file ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = encounter.case_id AND cp.person_id = encounter.person_id));
-- Conversations, and what hangs on them.
CREATE POLICY on_my_visit ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((EXISTS (SELECT FROM public.visit v WHERE v.id = encounter.visit_id))
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = encounter.person_id)));
CREATE POLICY own_project ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = encounter.project_id));
CREATE POLICY own_project_work ON public.encounter AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (project_id IS NULL OR EXISTS (SELECT FROM public.project p WHERE p.id = encounter.project_id));
CREATE POLICY signed ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.encounter FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF met_on, outcome ON public.encounter
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
GRANT INSERT, SELECT, UPDATE (edited_at, interpreter, language, met_at, note_cipher, outcome, own_outcome, pin_version, pinned_at,
  project_id, version) ON public.encounter TO accompany_app;
GRANT DELETE, UPDATE (author_id, case_id, language, note_cipher, person_id), SELECT (created_at, id, met_on, outcome, person_id,
  secrecy, team_id, xmin) ON public.encounter TO accompany_guard;
GRANT SELECT (created_at, id, met_on, outcome, person_id, team_id, visit_id) ON public.encounter TO accompany_job;
GRANT SELECT (id, visit_id, case_id, person_id, place_id, project_id, met_on, outcome, mode, is_again, language, interpreter, team_id, secrecy) ON
  public.encounter TO accompany_count;
