-- Where the numbers of transactions begin on this server: 0, or what app.go_on_counting() wrote here after a restore on another server.
-- Applying this file keeps the number.
DO $do$
BEGIN
  EXECUTE pg_catalog.format($make$
CREATE OR REPLACE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = '' AS %L
$make$, COALESCE((SELECT p.prosrc FROM pg_catalog.pg_proc p WHERE p.oid = to_regprocedure('app.trail_base()')), 'SELECT 0::bigint'));
END $do$;
GRANT EXECUTE ON FUNCTION app.trail_base() TO accompany_app, accompany_auth, accompany_backup, accompany_guard, accompany_job;
