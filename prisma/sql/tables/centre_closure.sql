CREATE POLICY lift ON public.centre_closure FOR UPDATE TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) = 'coordinator'::public.role);
CREATE POLICY own ON public.centre_closure FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY set ON public.centre_closure FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.worker_id())
    AND (SELECT app.actor_role()) = 'coordinator'::public.role);
GRANT INSERT, SELECT, UPDATE (lifted_at) ON public.centre_closure TO accompany_app;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.centre_closure FOR SELECT TO accompany_count
  USING (organisation_id = (SELECT app.organisation_id()));
GRANT SELECT (id, organisation_id, place_id, from_day, until_day, reason, lifted_at) ON public.centre_closure TO accompany_count;
