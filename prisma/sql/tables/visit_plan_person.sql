CREATE POLICY of_this_file ON public.visit_plan_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((plan_id IN (SELECT p.id FROM public.visit_plan p))
    AND ((case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp)));
CREATE POLICY on_my_plan ON public.visit_plan_person AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE POLICY on_my_plan_work ON public.visit_plan_person AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.visit_plan_person FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT, UPDATE ("position", planned, reason) ON public.visit_plan_person TO accompany_app;
GRANT DELETE, INSERT, SELECT, SELECT (person_id, plan_id, xmin), UPDATE (person_id) ON public.visit_plan_person TO accompany_guard;
