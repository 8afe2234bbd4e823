CREATE POLICY add ON public.own_visit_value FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = own_visit_value.visit_id));
CREATE POLICY reach ON public.own_visit_value FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = own_visit_value.visit_id));
CREATE POLICY signed ON public.own_visit_value AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY work ON public.own_visit_value FOR UPDATE TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = own_visit_value.visit_id));
CREATE POLICY guards ON public.own_visit_value FOR SELECT TO accompany_guard USING (true);
CREATE TRIGGER check_own_value AFTER INSERT ON public.own_visit_value FOR EACH ROW EXECUTE FUNCTION app.check_own_value('visit');
CREATE TRIGGER guard_withdrawal BEFORE UPDATE ON public.own_visit_value
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_withdrawal();
GRANT UPDATE (withdrawn_at, withdrawn_because) ON public.own_visit_value TO accompany_app;
GRANT SELECT (field_id, visit_id, withdrawn_at) ON public.own_visit_value TO accompany_guard;
