-- As app.enter, for a text that a device sealed: the token inside it stands in the place of the session. No row: unknown or revoked, or the
-- account is closed.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.enter_by_device(token text)
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid, name text, locale text,
                 teams uuid[], leads uuid[], at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.set_config('app.token', '', true), pg_catalog.set_config('app.device_token', token, true);
  RETURN QUERY
    SELECT a.session_id, a.staff_id, a.role, a.organisation_id, st.name, st.locale::text,
           app.my_teams(), app.led_teams(), app.now()
      FROM app.live_session() a JOIN public.staff st ON st.id = a.staff_id;
END $$;
GRANT EXECUTE ON FUNCTION app.enter_by_device(text) TO accompany_app;
