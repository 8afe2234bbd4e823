-- The offices whose open files the reader of a report counts (docs/adr/0136). The transaction says which reach it counts in; what of it the
-- reader has is read here: a coordinator the offices they lead, who holds the capability all of the organisation. No other reach has offices.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.counted_teams() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
  SELECT CASE pg_catalog.current_setting('app.reach', true)
    WHEN 'team' THEN app.led_teams()
    WHEN 'organisation' THEN
      CASE WHEN app.holds_capability('reads_figures')
        THEN (SELECT COALESCE(pg_catalog.array_agg(t.id), '{}') FROM public.team t WHERE t.organisation_id = app.organisation_id())
        ELSE '{}' END
    ELSE '{}' END
$$;
GRANT EXECUTE ON FUNCTION app.counted_teams() TO accompany_count;
