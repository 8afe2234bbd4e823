-- Hashes what no running transaction can add to any more and no checkpoint covers yet; nothing when there is nothing. The caller signs it
-- in the same transaction: the key is not in the database.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.make_checkpoint() RETURNS TABLE (seal_number bigint, seal_chain bytea)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE last record; made public.audit_seal; e record; m record;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('accompany.seals', 0));
  SELECT s.number, s.end_txid, s.chain INTO last FROM public.audit_seal s ORDER BY s.number DESC LIMIT 1;
  made.number := COALESCE(last.number, 0) + 1;
  made.first_txid := COALESCE(last.end_txid, 0);
  made.end_txid := app.trail_base() + pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint;
  IF made.end_txid <= made.first_txid THEN RETURN; END IF;
  SELECT pg_catalog.count(*) AS n,
         COALESCE(pg_catalog.string_agg(pg_catalog.uuid_send(x.id) || pg_catalog.sha256(pg_catalog.convert_to((pg_catalog.jsonb_build_array(
           x.id, x.at, x.actor_kind, x.actor_id, x.session_id, x.txid, x.event, x.case_id, x.visit_id, x.detail)
           || CASE WHEN x.number IS NULL THEN '[]'::jsonb ELSE pg_catalog.jsonb_build_array(x.counter, x.number) END)::text, 'UTF8')),
           ''::bytea ORDER BY x.txid, x.id), ''::bytea) AS leaves
    INTO e FROM public.audit_event x WHERE x.txid >= made.first_txid AND x.txid < made.end_txid;
  SELECT pg_catalog.count(*) AS n,
         COALESCE(pg_catalog.string_agg(pg_catalog.int8send(x.seq) || pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(
           x.seq, x.txid, x.at, x.by_role, x.table_name, x.row_key, x.version, pg_catalog.encode(x.digest, 'hex'))::text, 'UTF8')),
           ''::bytea ORDER BY x.txid, x.seq), ''::bytea) AS leaves
    INTO m FROM public.row_mark x WHERE x.txid >= made.first_txid AND x.txid < made.end_txid;
  IF e.n + m.n = 0 THEN RETURN; END IF;
  made.sealed_at := app.now();
  made.previous := COALESCE(last.chain, ''::bytea);
  made.chain := pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws('|', made.number,
    (EXTRACT(epoch FROM made.sealed_at) * 1000)::bigint, made.first_txid, made.end_txid,
    e.n, pg_catalog.encode(pg_catalog.sha256(e.leaves), 'hex'), m.n, pg_catalog.encode(pg_catalog.sha256(m.leaves), 'hex'),
    pg_catalog.encode(made.previous, 'hex')), 'UTF8'));
  INSERT INTO public.audit_seal (number, sealed_at, first_txid, end_txid, events, event_leaves, marks, mark_leaves, previous, chain)
  VALUES (made.number, made.sealed_at, made.first_txid, made.end_txid, e.n, e.leaves, m.n, m.leaves, made.previous, made.chain);
  RETURN QUERY SELECT made.number, made.chain;
END $$;
GRANT EXECUTE ON FUNCTION app.make_checkpoint() TO accompany_job;
