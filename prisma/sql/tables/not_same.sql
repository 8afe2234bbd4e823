CREATE POLICY imports ON public.not_same FOR SELECT TO accompany_guard USING (true);
CREATE POLICY lift ON public.not_same FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id))
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id)));
CREATE POLICY merges ON public.not_same FOR UPDATE TO accompany_guard USING (true);
CREATE POLICY reach ON public.not_same FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id))
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id)));
CREATE POLICY say ON public.not_same FOR INSERT TO accompany_app
  WITH CHECK (said_by = (SELECT app.worker_id()) AND lifted_at IS NULL
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id))
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id)));
CREATE TRIGGER follow_merge_other_id AFTER INSERT ON public.not_same FOR EACH ROW EXECUTE FUNCTION app.follow_merge('other_id');
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.not_same FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT, UPDATE (lifted_at) ON public.not_same TO accompany_app;
GRANT SELECT (id, lifted_at, other_id, person_id, xmin), UPDATE (other_id, person_id) ON public.not_same TO accompany_guard;
