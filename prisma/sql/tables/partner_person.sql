-- As the partner itself; someone who left it is removed for good.
CREATE POLICY own ON public.partner_person FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY keep ON public.partner_person FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.actor_id()));
CREATE POLICY work ON public.partner_person FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY remove ON public.partner_person FOR DELETE TO accompany_app
  USING ((SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND organisation_id = (SELECT app.organisation_id()));
GRANT DELETE, INSERT, SELECT, UPDATE (details_cipher, languages, signed_until, version, ways) ON public.partner_person TO accompany_app;
