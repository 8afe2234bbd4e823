CREATE POLICY guards ON public.sdc_budget FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reads ON public.sdc_budget FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
-- What was spent stays spent, also when nothing came of it.
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.sdc_budget FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON public.sdc_budget TO accompany_guard;
