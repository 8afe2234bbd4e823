CREATE POLICY guards ON public.sdc_release FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_release FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY proves ON public.sdc_release FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY reads ON public.sdc_release FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE TRIGGER chain BEFORE INSERT ON public.sdc_release FOR EACH ROW EXECUTE FUNCTION app.chain_release();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.sdc_release FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT SELECT (id, json, kind, measure, organisation_id, profile, snapshot_id) ON public.sdc_release TO accompany_job;
GRANT INSERT, SELECT (id, kind, number, organisation_id, own_hash, requested_by) ON public.sdc_release TO accompany_guard;
