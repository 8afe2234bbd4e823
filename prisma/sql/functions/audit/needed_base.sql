-- Where the numbers of this server's transactions go on: not below what is known already. Nothing when they do.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.needed_base() RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT known.highest + 1 - pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint
    FROM (SELECT GREATEST((SELECT COALESCE(pg_catalog.max(s.end_txid), 0) FROM public.audit_seal s),
                          (SELECT COALESCE(pg_catalog.max(e.txid), 0) FROM public.audit_event e),
                          (SELECT COALESCE(pg_catalog.max(m.txid), 0) FROM public.row_mark m)) AS highest) known
   WHERE known.highest > app.trail_base() + pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint
$$;
GRANT EXECUTE ON FUNCTION app.needed_base() TO accompany_owner;
