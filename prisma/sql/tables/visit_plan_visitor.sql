CREATE POLICY add ON public.visit_plan_visitor FOR INSERT TO accompany_app
  WITH CHECK ((plan_id IN (SELECT p.id FROM public.visit_plan p)) AND app.is_colleague(staff_id));
CREATE POLICY guards ON public.visit_plan_visitor FOR SELECT TO accompany_guard USING (true);
CREATE POLICY hands_over ON public.visit_plan_visitor FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY hands_over_again ON public.visit_plan_visitor FOR UPDATE TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.visit_plan_visitor FOR SELECT TO accompany_app USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
CREATE POLICY work ON public.visit_plan_visitor FOR UPDATE TO accompany_app USING (plan_id IN (SELECT p.id FROM public.visit_plan p));
GRANT INSERT, SELECT, UPDATE (goes) ON public.visit_plan_visitor TO accompany_guard;
GRANT UPDATE (goes) ON public.visit_plan_visitor TO accompany_app;
