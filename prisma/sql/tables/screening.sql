CREATE POLICY of_this_file ON public.screening AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = screening.case_id AND cp.person_id = screening.person_id));
CREATE POLICY signed ON public.screening AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.screening FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.screening TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.screening TO accompany_guard;
