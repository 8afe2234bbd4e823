CREATE POLICY of_this_file ON public.group_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = group_person.case_id AND cp.person_id = group_person.person_id));
CREATE POLICY signed ON public.group_person AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.group_person FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.group_person TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.group_person TO accompany_guard;
