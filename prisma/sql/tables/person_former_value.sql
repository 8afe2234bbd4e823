CREATE POLICY guards ON public.person_former_value FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.person_former_value FOR SELECT TO accompany_app
  USING (person_id IN (SELECT cp.person_id FROM public.case_person cp));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.person_former_value FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT SELECT ON public.person_former_value TO accompany_app;
GRANT DELETE, INSERT, SELECT, SELECT (id, person_id, xmin), UPDATE (person_id) ON public.person_former_value TO accompany_guard;
