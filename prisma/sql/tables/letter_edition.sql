-- As letter_template.
CREATE POLICY own ON public.letter_edition FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY set_one ON public.letter_edition FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()));
CREATE TRIGGER check_letter_edition BEFORE INSERT ON public.letter_edition FOR EACH ROW EXECUTE FUNCTION app.check_letter_edition();
GRANT INSERT, SELECT ON public.letter_edition TO accompany_app;
