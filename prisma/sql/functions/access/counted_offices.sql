-- The offices whose visits are counted: those of app.counted_teams, and for an admin all of the organisation, because a visit names no one.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.counted_offices() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
  SELECT CASE WHEN pg_catalog.current_setting('app.reach', true) = 'organisation' AND app.actor_role() = 'admin'
    THEN (SELECT COALESCE(pg_catalog.array_agg(t.id), '{}') FROM public.team t WHERE t.organisation_id = app.organisation_id())
    ELSE app.counted_teams() END
$$;
GRANT EXECUTE ON FUNCTION app.counted_offices() TO accompany_count;
