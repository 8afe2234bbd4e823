-- The live session of this transaction: not revoked, not expired, not idle, second step done where it is owed, of an account
-- that someone vouched for. Or, in a transaction that app.enter_by_device opened, the store of a device whose token was not revoked: a
-- cookie never opens one, because it is looked for in the table of sessions alone. The hash is compared as the character(64) that it is stored
-- as: compared with text, no index would serve, and every transaction would read all sessions.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.live_session()
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.id, st.id, st.role, st.organisation_id
    FROM public.session s
    JOIN public.staff st ON st.id = s.staff_id
   WHERE s.token_hash = pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           NULLIF(pg_catalog.current_setting('app.token', true), ''), 'UTF8')), 'hex')::pg_catalog.bpchar
     AND s.revoked_at IS NULL
     AND s.expires_at > app.now()
     AND s.last_seen_at > app.now() - app.idle_after(st.role, st.organisation_id)
     AND (s.second_step_at IS NOT NULL OR NOT (s.second_step_due OR st.role IN ('coordinator', 'admin')))
     AND st.active
     AND (st.role = 'admin' OR st.vouched_at IS NOT NULL)
  UNION ALL
  SELECT d.id, st.id, st.role, st.organisation_id
    FROM public.device_store d
    JOIN public.staff st ON st.id = d.staff_id
   WHERE d.token_hash = pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           NULLIF(pg_catalog.current_setting('app.device_token', true), ''), 'UTF8')), 'hex')::pg_catalog.bpchar
     AND COALESCE(pg_catalog.current_setting('app.token', true), '') = ''
     AND d.revoked_at IS NULL
     AND st.active
     AND st.vouched_at IS NOT NULL
     AND st.role IN ('caseworker', 'coordinator')
$$;
GRANT EXECUTE ON FUNCTION app.live_session() TO accompany_app, accompany_stats;
