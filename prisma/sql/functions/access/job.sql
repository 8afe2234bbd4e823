CREATE OR REPLACE FUNCTION app.job() RETURNS text
  LANGUAGE sql STABLE SET search_path = ''
  RETURN NULLIF(pg_catalog.current_setting('app.job', true), '');
GRANT EXECUTE ON FUNCTION app.job() TO accompany_guard, accompany_job;
