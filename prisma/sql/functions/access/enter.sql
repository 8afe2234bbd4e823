-- First statement of every transaction: sets the context and tells who it is. No row: no one is signed in.
-- last_seen moves at most once a minute, and never waits for another request of the same session.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.enter(token text)
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid, name text, locale text,
                 teams uuid[], leads uuid[], at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.set_config('app.token', token, true);
  UPDATE public.session s SET last_seen_at = app.now()
   WHERE s.id = (SELECT x.id FROM public.session x JOIN app.live_session() a ON a.session_id = x.id
                  WHERE x.last_seen_at < app.now() - interval '1 minute' FOR UPDATE OF x SKIP LOCKED);
  RETURN QUERY
    SELECT a.session_id, a.staff_id, a.role, a.organisation_id, st.name, st.locale::text,
           app.my_teams(), app.led_teams(), app.now()
      FROM app.live_session() a JOIN public.staff st ON st.id = a.staff_id;
END $$;
GRANT EXECUTE ON FUNCTION app.enter(text) TO accompany_app, accompany_stats;
