-- Given and withdrawn by coordinators, who know the files; read by all who refer. It is never changed, and withdrawn once.
CREATE POLICY own ON public.partner_warning FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY warn ON public.partner_warning FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'coordinator'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.worker_id()) AND withdrawn_at IS NULL);
CREATE POLICY withdraw ON public.partner_warning FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'coordinator'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND withdrawn_at IS NULL)
  WITH CHECK (withdrawn_at IS NOT NULL AND withdrawn_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (withdrawn_at, withdrawn_by) ON public.partner_warning TO accompany_app;
