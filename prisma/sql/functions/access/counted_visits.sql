-- One's own visits, when one counts for oneself.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.counted_visits() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
  SELECT CASE WHEN pg_catalog.current_setting('app.reach', true) = 'own' THEN app.my_visits() ELSE '{}' END
$$;
GRANT EXECUTE ON FUNCTION app.counted_visits() TO accompany_count;
