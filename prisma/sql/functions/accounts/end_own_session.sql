-- Ends one session of one's own. False: there is no such open session.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_own_session(session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.session s SET revoked_at = app.now()
   WHERE s.id = end_own_session.session AND s.staff_id = app.actor_id() AND s.revoked_at IS NULL;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.end_own_session(uuid) TO accompany_app;
