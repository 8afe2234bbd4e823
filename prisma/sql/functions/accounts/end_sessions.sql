-- Ends the sessions of an account but for one: one's own, or as admin those of a colleague. Its browsers are strangers again.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_sessions(account uuid, spared uuid) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE ended integer;
BEGIN
  DELETE FROM public.known_device d USING app.live_session() a, public.staff st
   WHERE d.staff_id = account AND st.id = account
     AND (st.id = a.staff_id OR (a.role = 'admin' AND st.organisation_id = a.organisation_id));
  UPDATE public.session s SET revoked_at = app.now()
    FROM app.live_session() a, public.staff st
   WHERE s.staff_id = account AND st.id = account AND s.revoked_at IS NULL AND s.id IS DISTINCT FROM spared
     AND (st.id = a.staff_id OR (a.role = 'admin' AND st.organisation_id = a.organisation_id));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
GRANT EXECUTE ON FUNCTION app.end_sessions(uuid, uuid) TO accompany_app;
