CREATE POLICY signed ON public.visit_wish AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()) AND withdrawn_at IS NULL
    AND ((case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp)));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.visit_wish FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT, UPDATE (withdrawn_at) ON public.visit_wish TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.visit_wish TO accompany_guard;
