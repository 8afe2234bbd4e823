-- How many seconds the oldest event of the audit log waits for its checkpoint; 0 when none waits.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.checkpoint_lag() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(GREATEST(0, EXTRACT(epoch FROM app.now() - pg_catalog.min(e.at)))::int, 0)
    FROM public.audit_event e
   WHERE e.txid >= COALESCE((SELECT pg_catalog.max(s.end_txid) FROM public.audit_seal s), 0)
$$;
GRANT EXECUTE ON FUNCTION app.checkpoint_lag() TO accompany_app, accompany_job;
