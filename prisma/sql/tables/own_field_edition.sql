CREATE POLICY own ON public.own_field_edition FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY set_one ON public.own_field_edition FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
CREATE POLICY guards ON public.own_field_edition FOR SELECT TO accompany_guard USING (true);
CREATE TRIGGER check_own_edition BEFORE INSERT ON public.own_field_edition FOR EACH ROW EXECUTE FUNCTION app.check_own_edition();
GRANT INSERT, SELECT ON public.own_field_edition TO accompany_app;
GRANT SELECT (field_id, edition, options, organisation_id) ON public.own_field_edition TO accompany_guard;
