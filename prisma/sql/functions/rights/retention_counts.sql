SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.retention_counts(years jsonb, otherwise integer) RETURNS TABLE (office text, due bigint, held bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT t.name, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE app.is_held(f.id))
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE app.actor_role() = 'admin' AND t.organisation_id = app.organisation_id() AND f.secrecy = 'open'
     AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
     AND f.closed_on + pg_catalog.make_interval(years => COALESCE((years ->> f.kind)::integer, otherwise)) <= app.now()::date
   GROUP BY t.name ORDER BY t.name
$$;
GRANT EXECUTE ON FUNCTION app.retention_counts(jsonb, integer) TO accompany_app;
