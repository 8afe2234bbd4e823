-- No guest: what an organisation is paid for is its own affair.
CREATE POLICY own ON public.project FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY set_one ON public.project FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
CREATE POLICY work ON public.project FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
GRANT INSERT, SELECT, UPDATE (closed_at, from_day, funder, name, until_day, version) ON public.project TO accompany_app;
CREATE POLICY counted ON public.project FOR SELECT TO accompany_count USING (organisation_id = (SELECT app.organisation_id()));
GRANT SELECT (id, organisation_id, name, funder, from_day, until_day) ON public.project TO accompany_count;
