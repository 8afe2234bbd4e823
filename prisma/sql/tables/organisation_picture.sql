CREATE POLICY own ON public.organisation_picture FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY set_one ON public.organisation_picture FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
GRANT SELECT, INSERT ON public.organisation_picture TO accompany_app;
