CREATE POLICY admin_insert ON public.team FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY admin_update ON public.team FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()))
  WITH CHECK (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY counts ON public.team FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY guards ON public.team FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.team FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY signs_in ON public.team FOR SELECT TO accompany_auth USING (true);
GRANT INSERT, SELECT, UPDATE (name, version) ON public.team TO accompany_app;
GRANT SELECT, SELECT (id, organisation_id) ON public.team TO accompany_guard;
GRANT SELECT (id, name, organisation_id) ON public.team TO accompany_auth;
GRANT SELECT (id, organisation_id) ON public.team TO accompany_job;
