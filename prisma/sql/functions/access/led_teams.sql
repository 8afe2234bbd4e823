SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.led_teams() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.team_id), '{}')
    FROM app.live_session() a JOIN public.team_member m ON m.staff_id = a.staff_id
   WHERE a.role = 'coordinator' AND m.leads
$$;
GRANT EXECUTE ON FUNCTION app.led_teams() TO accompany_app;
