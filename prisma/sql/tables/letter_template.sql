-- No guest: the letters of an organisation are its own affair. Never changed, never deleted.
CREATE POLICY own ON public.letter_template FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY set_one ON public.letter_template FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
CREATE TRIGGER check_letter_count BEFORE INSERT ON public.letter_template FOR EACH ROW EXECUTE FUNCTION app.check_letter_count();
GRANT INSERT, SELECT ON public.letter_template TO accompany_app;
