CREATE POLICY guards ON public.name_ruling FOR SELECT TO accompany_guard USING (true);
CREATE POLICY own ON public.name_ruling FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY say_one ON public.name_ruling FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND said_by = (SELECT app.actor_id()));
CREATE TRIGGER ask_again_for_duplicates AFTER INSERT ON public.name_ruling FOR EACH ROW EXECUTE FUNCTION app.ask_again_for_duplicates();
CREATE TRIGGER hear_equivalent BEFORE INSERT ON public.name_ruling FOR EACH ROW EXECUTE FUNCTION app.hear_equivalent();
GRANT INSERT, SELECT ON public.name_ruling TO accompany_app;
GRANT SELECT ON public.name_ruling TO accompany_guard;
