-- Read by everyone of the organisation but guests, kept by coordinators and admins. Never deleted.
CREATE POLICY own ON public.partner FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY keep ON public.partner FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.actor_id()));
CREATE POLICY work ON public.partner FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND organisation_id = (SELECT app.organisation_id()));
-- What an answer to an own field names is compared with (check_own_value).
CREATE POLICY guards ON public.partner FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (id, organisation_id, retired_at, same_as) ON public.partner TO accompany_guard;
CREATE TRIGGER check_same_partner BEFORE INSERT OR UPDATE OF same_as ON public.partner
  FOR EACH ROW WHEN (new.same_as IS NOT NULL)
  EXECUTE FUNCTION app.check_same_partner();
GRANT INSERT, SELECT, UPDATE (actor_slug, ages, checked_on, email, free_on, free_places, hours, how_to, kind, languages, name, phone, regions,
    retired_at, same_as, takes, version) ON public.partner TO accompany_app;
