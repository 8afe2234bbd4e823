CREATE POLICY of_this_file ON public.special_need AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = special_need.case_id AND cp.person_id = special_need.person_id));
CREATE POLICY signed ON public.special_need AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.special_need FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.special_need TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.special_need TO accompany_guard;
