-- Admins read all; colleagues the words of lists, with which an old file is read. No one changes or deletes one.
CREATE POLICY own ON public.config_edition FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
    AND ((SELECT app.actor_role()) = 'admin'::public.role
      OR (subject IN ('list', 'value') AND (SELECT app.actor_role()) <> 'guest'::public.role)));
CREATE POLICY set_one ON public.config_edition FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()) AND answered_by IS NULL);
CREATE POLICY guards ON public.config_edition FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE TRIGGER apply_edition BEFORE INSERT OR UPDATE OF state ON public.config_edition FOR EACH ROW EXECUTE FUNCTION app.apply_edition();
-- The state that is sent counts for nothing: the trigger says it.
GRANT SELECT, INSERT (id, organisation_id, subject, item, after, reason, state, undoes, created_by, created_at) ON public.config_edition TO accompany_app;
GRANT SELECT, UPDATE (answered_at, answered_by, state) ON public.config_edition TO accompany_guard;
