-- The one clock of policies and code. Only the owner may replace it, which tests do to move time.
CREATE SCHEMA IF NOT EXISTS app;

CREATE FUNCTION app.now() RETURNS timestamptz
  LANGUAGE sql STABLE
  SET search_path = ''
  RETURN pg_catalog.statement_timestamp();

GRANT EXECUTE ON FUNCTION app.now() TO PUBLIC;
