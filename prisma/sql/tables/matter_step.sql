CREATE POLICY of_this_file ON public.matter_step AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (person_id IS NULL
    OR (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = matter_step.case_id AND cp.person_id = matter_step.person_id)));
CREATE POLICY signed ON public.matter_step AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.matter_step FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.matter_step TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.matter_step TO accompany_guard;
GRANT SELECT (id, case_id, subject_id, revision, mistake, person_id, matter, kind, programme, doubts, on_from, on_to, created_at, team_id,
  secrecy) ON public.matter_step TO accompany_count;
