SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_teams() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.team_id), '{}')
    FROM app.live_session() a JOIN public.team_member m ON m.staff_id = a.staff_id
   WHERE a.role IN ('caseworker', 'coordinator')
$$;
GRANT EXECUTE ON FUNCTION app.my_teams() TO accompany_app;
