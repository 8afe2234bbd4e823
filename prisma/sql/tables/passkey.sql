CREATE POLICY own ON public.passkey FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
-- A live session alone takes no account over: its person proved a moment ago who they are.
CREATE POLICY own_insert ON public.passkey FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.actor_id()) AND (SELECT app.stepped_up()));
CREATE POLICY own_name ON public.passkey FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
CREATE POLICY own_removal ON public.passkey FOR DELETE TO accompany_app
  USING (staff_id = (SELECT app.actor_id()) AND (SELECT app.stepped_up()));
CREATE POLICY signs_in ON public.passkey FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE TRIGGER tell_owner AFTER INSERT OR DELETE ON public.passkey FOR EACH ROW EXECUTE FUNCTION app.tell_passkey();
GRANT SELECT (backed_up, created_at, id, last_used_at, name, staff_id), INSERT (backed_up, counter, credential_id, id, name, public_key, staff_id,
  transports), UPDATE (name), DELETE ON public.passkey TO accompany_app;
GRANT SELECT, UPDATE (backed_up, counter, last_used_at) ON public.passkey TO accompany_auth;
