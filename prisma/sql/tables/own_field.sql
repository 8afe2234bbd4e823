-- No guest: what an organisation asks is its own affair. Never changed, never deleted.
CREATE POLICY own ON public.own_field FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY set_one ON public.own_field FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
-- What reports count by (docs/adr/0182): never a sensitive field.
CREATE POLICY counted ON public.own_field FOR SELECT TO accompany_count
  USING (organisation_id = (SELECT app.organisation_id()) AND class = 'ordinary');
GRANT SELECT (id, organisation_id, owner, class, key) ON public.own_field TO accompany_count;
CREATE POLICY guards ON public.own_field FOR SELECT TO accompany_guard USING (true);
GRANT INSERT, SELECT ON public.own_field TO accompany_app;
GRANT SELECT (id, organisation_id, owner, type, class, key) ON public.own_field TO accompany_guard;
