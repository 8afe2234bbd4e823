CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz
  LANGUAGE sql STABLE
  SET search_path = ''
  RETURN pg_catalog.statement_timestamp();
GRANT EXECUTE ON FUNCTION app.now() TO PUBLIC;
