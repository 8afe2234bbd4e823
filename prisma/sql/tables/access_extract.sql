CREATE POLICY no_guest ON public.access_extract AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.access_extract AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id())
    AND (EXISTS (SELECT FROM public.case_person p WHERE p.case_id = access_extract.case_id AND p.person_id = access_extract.person_id)));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.access_extract FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.access_extract TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.access_extract TO accompany_guard;
