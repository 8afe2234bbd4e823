-- Events of the audit log have numbers without gaps, and the last checkpoint is copied off the host (docs/adr/0108).

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "counter" INTEGER,
ADD COLUMN     "number" BIGINT;

-- CreateTable
CREATE TABLE "audit_counter" (
    "id" SERIAL NOT NULL,
    "of_snapshots" BOOLEAN NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "audit_counter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "head_copy" (
    "way" TEXT NOT NULL,
    "delivered" BIGINT,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "head_copy_pkey" PRIMARY KEY ("way")
);

-- CreateIndex
CREATE INDEX "audit_event_counter_number_idx" ON "audit_event"("counter", "number");

-- 1. Rights ------------------------------------------------------------------------------------------------------------------------

ALTER TABLE public.audit_event ADD CONSTRAINT audit_event_numbered CHECK ((counter IS NULL) = (number IS NULL));
ALTER TABLE public.head_copy ADD CONSTRAINT head_copy_way CHECK (way IN ('file', 'mail', 'webhook'));

ALTER TABLE public.audit_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_counter FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.audit_counter FROM PUBLIC;
GRANT SELECT ON public.audit_counter, public.audit_counter_id_seq TO accompany_backup;
CREATE POLICY guards ON public.audit_counter FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (last) ON public.audit_counter TO accompany_guard;
GRANT USAGE ON SEQUENCE public.audit_counter_id_seq TO accompany_guard;
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.audit_counter FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.audit_counter FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.audit_counter FOR EACH ROW
  WHEN ((NEW.id, NEW.of_snapshots, NEW.last) IS DISTINCT FROM (OLD.id, OLD.of_snapshots, OLD.last + 1))
  EXECUTE FUNCTION app.refuse_change();

ALTER TABLE public.head_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.head_copy FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.head_copy FROM PUBLIC;
GRANT SELECT ON public.head_copy TO accompany_backup;
CREATE POLICY delivers ON public.head_copy FOR ALL TO accompany_job USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON public.head_copy TO accompany_job;
CREATE POLICY guards ON public.head_copy FOR SELECT TO accompany_guard USING (true);
GRANT SELECT ON public.head_copy TO accompany_guard;

CREATE OR REPLACE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('audit_counter', 'held against the numbers of events'), ('head_copy', 'what was delivered is where it was delivered'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('known_device', 'changes at each sign-in, ends by itself'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('name_word', 'made from names, which are watched'),
         ('notice', 'a kind and a file'), ('twin_check', 'who is still to be compared'),
         ('likely_pair', 'found by the machine from rows that are watched'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;

SET ROLE accompany_guard;

-- 2. Numbers without gaps ----------------------------------------------------------------------------------------------------------
-- A transaction takes a counter that no other running transaction holds, and opens a new one when there is none: nobody waits, and no
-- two transactions can wait for each other. A transaction that is undone undoes its step of the counter with its event.
-- A trigger function, which no role can call by itself: a step without an event would be a gap.

CREATE FUNCTION app.number_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one integer;
BEGIN
  IF pg_catalog.current_setting('transaction_isolation') = 'read committed' THEN
    SELECT c.id INTO NEW.counter FROM public.audit_counter c WHERE NOT c.of_snapshots
     ORDER BY c.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN
      UPDATE public.audit_counter c SET last = c.last + 1 WHERE c.id = NEW.counter RETURNING c.last INTO NEW.number;
      RETURN NEW;
    END IF;
  ELSE
    -- A transaction that sees one moment (jobs) cannot go on from a counter that moved since: it has counters apart and takes the first
    -- that did not.
    FOR one IN SELECT c.id FROM public.audit_counter c WHERE c.of_snapshots ORDER BY c.id LOOP
      BEGIN
        SELECT c.id INTO NEW.counter FROM public.audit_counter c WHERE c.id = one FOR NO KEY UPDATE SKIP LOCKED;
        IF FOUND THEN
          UPDATE public.audit_counter c SET last = c.last + 1 WHERE c.id = one RETURNING c.last INTO NEW.number;
          RETURN NEW;
        END IF;
      EXCEPTION WHEN serialization_failure THEN NULL;
      END;
    END LOOP;
  END IF;
  INSERT INTO public.audit_counter (of_snapshots, last)
  VALUES (pg_catalog.current_setting('transaction_isolation') <> 'read committed', 1)
  RETURNING id, last INTO NEW.counter, NEW.number;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.number_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.number_event() TO accompany_owner;

-- 3. The numbers are sealed with the event; what had none before this migration keeps its hash -----------------------------------------

CREATE OR REPLACE FUNCTION app.seal_trail() RETURNS TABLE (seal_number bigint, seal_chain bytea)
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

-- 4. Copies of the last seal -------------------------------------------------------------------------------------------------------
-- What a line kept elsewhere is made of (lib/db/head.ts): the last seal, or those after one. Of each event four bytes of its hash, in
-- order, so that a change can be named after the seals were made anew; hashes, no ids and no words.

CREATE FUNCTION app.list_heads(after bigint)
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

-- The admins are told once a day that a copy could not be delivered.
CREATE FUNCTION app.tell_failed_copies() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH told AS (
    INSERT INTO public.notice (staff_id, kind)
    SELECT st.id, 'audit_copy_failed' FROM public.staff st
     WHERE st.role = 'admin' AND st.active
       AND EXISTS (SELECT FROM public.head_copy h WHERE h.failed_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM public.notice n WHERE n.staff_id = st.id AND n.kind = 'audit_copy_failed'
                                                     AND n.created_at > app.now() - interval '24 hours')
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM told
$$;
REVOKE ALL ON FUNCTION app.list_heads(bigint), app.tell_failed_copies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.list_heads(bigint), app.tell_failed_copies() TO accompany_job;
RESET ROLE;

CREATE TRIGGER number_event BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION app.number_event();
