SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.list_heads(after bigint)
  RETURNS TABLE (number bigint, sealed_ms bigint, first_txid bigint, end_txid bigint, events bigint, event_hash text, marks bigint,
                 mark_hash text, previous text, chain text, kid text, signature bytea, checks bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.number, (EXTRACT(epoch FROM s.sealed_at) * 1000)::bigint, s.first_txid, s.end_txid,
         s.events, pg_catalog.encode(pg_catalog.sha256(s.event_leaves), 'hex'), s.marks, pg_catalog.encode(pg_catalog.sha256(s.mark_leaves), 'hex'),
         pg_catalog.encode(s.previous, 'hex'), pg_catalog.encode(s.chain, 'hex'), s.kid, s.signature,
         CASE WHEN s.events <= 2000 THEN COALESCE((SELECT pg_catalog.string_agg(pg_catalog.substr(s.event_leaves, (48 * n + 17)::int, 4), ''::bytea ORDER BY n)
                                           FROM pg_catalog.generate_series(0, s.events - 1) n), ''::bytea) END
    FROM public.audit_seal s
   WHERE s.number > COALESCE(after, (SELECT pg_catalog.max(l.number) - 1 FROM public.audit_seal l))
   ORDER BY s.number LIMIT 500
$$;
GRANT EXECUTE ON FUNCTION app.list_heads(bigint) TO accompany_job;
