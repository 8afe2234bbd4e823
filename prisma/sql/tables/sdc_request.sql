CREATE POLICY guards ON public.sdc_request FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reads ON public.sdc_request FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE TRIGGER keep_answer BEFORE DELETE OR UPDATE ON public.sdc_request FOR EACH ROW EXECUTE FUNCTION app.keep_answer();
GRANT INSERT, SELECT, UPDATE (answered_at, answered_by, reason, state) ON public.sdc_request TO accompany_guard;
