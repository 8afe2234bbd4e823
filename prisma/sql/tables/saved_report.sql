-- No guest: they read no figures, and what is shared is read by everyone else.
CREATE POLICY add ON public.saved_report FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.actor_id()) AND organisation_id = (SELECT app.organisation_id())
    AND (SELECT app.actor_role()) <> 'guest'::public.role
    AND (shared <> 'team' OR (team_id = ANY ((SELECT app.my_teams())::uuid[]))));
CREATE POLICY reach ON public.saved_report FOR SELECT TO accompany_app
  USING (staff_id = (SELECT app.actor_id()) OR (shared = 'team' AND (team_id = ANY ((SELECT app.my_teams())::uuid[])))
    OR (shared = 'organisation' AND organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'));
CREATE POLICY work ON public.saved_report FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT, UPDATE (removed_at, version) ON public.saved_report TO accompany_app;
