CREATE POLICY own ON public.import_word FOR SELECT TO accompany_app
  USING ((SELECT app.actor_role()) = 'coordinator'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY remember ON public.import_word FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'coordinator'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND said_by = (SELECT app.actor_id()));
CREATE POLICY say_again ON public.import_word FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'coordinator'::public.role AND organisation_id = (SELECT app.organisation_id()))
  WITH CHECK (said_by = (SELECT app.actor_id()));
GRANT UPDATE (code, said_at, said_by) ON public.import_word TO accompany_app;
