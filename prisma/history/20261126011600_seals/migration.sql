-- CreateTable
CREATE TABLE "row_mark" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "by_role" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "version" BIGINT,
    "digest" BYTEA,
    "salt" BYTEA,

    CONSTRAINT "row_mark_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "row_watch" (
    "table_name" TEXT NOT NULL,
    "columns" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "row_watch_pkey" PRIMARY KEY ("table_name")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "first_txid" BIGINT NOT NULL,
    "end_txid" BIGINT NOT NULL,
    "events" BIGINT NOT NULL,
    "event_leaves" BYTEA NOT NULL,
    "marks" BIGINT NOT NULL,
    "mark_leaves" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "chain" BYTEA NOT NULL,
    "kid" TEXT,
    "signature" BYTEA,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "row_mark_table_name_row_key_seq_idx" ON "row_mark"("table_name", "row_key", "seq");

-- CreateIndex
CREATE INDEX "row_mark_txid_idx" ON "row_mark"("txid");

-- CreateIndex
CREATE INDEX "audit_event_txid_idx" ON "audit_event"("txid");

-- 1. Who may do what: nobody but the guard, and it adds (docs/adr/0041, 0049) ---------------------------------------------------

ALTER TABLE public.audit_seal
  ADD CONSTRAINT audit_seal_range CHECK (number > 0 AND first_txid < end_txid),
  ADD CONSTRAINT audit_seal_signed CHECK ((kid IS NULL) = (signature IS NULL));
ALTER TABLE public.row_mark
  -- What is gone has neither; what stands has a digest, and its salt until the next mark.
  ADD CONSTRAINT row_mark_gone CHECK (digest IS NOT NULL OR salt IS NULL);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['row_mark', 'row_watch', 'audit_seal'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT ON public.%I TO accompany_backup', t);
    EXECUTE format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO accompany_guard', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;
GRANT SELECT ON SEQUENCE public.row_mark_seq_seq TO accompany_backup;
GRANT USAGE ON SEQUENCE public.row_mark_seq_seq TO accompany_guard;
GRANT UPDATE (salt) ON public.row_mark TO accompany_guard;
GRANT UPDATE (columns) ON public.row_watch TO accompany_guard;
GRANT UPDATE (kid, signature) ON public.audit_seal TO accompany_guard;
-- A hash is made of whole events; no function of the guard hands one out.
CREATE POLICY hashes ON public.audit_event FOR SELECT TO accompany_guard USING (true);
GRANT SELECT ON public.audit_event TO accompany_guard;

CREATE TRIGGER refuse_change BEFORE UPDATE ON public.row_mark FOR EACH ROW
  WHEN (NEW.salt IS NOT NULL OR (NEW.seq, NEW.txid, NEW.at, NEW.by_role, NEW.table_name, NEW.row_key, NEW.version, NEW.digest)
        IS DISTINCT FROM (OLD.seq, OLD.txid, OLD.at, OLD.by_role, OLD.table_name, OLD.row_key, OLD.version, OLD.digest))
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.row_mark FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.audit_seal FOR EACH ROW
  WHEN (OLD.signature IS NOT NULL
        OR (NEW.number, NEW.sealed_at, NEW.first_txid, NEW.end_txid, NEW.events, NEW.event_leaves, NEW.marks, NEW.mark_leaves, NEW.previous, NEW.chain)
        IS DISTINCT FROM
           (OLD.number, OLD.sealed_at, OLD.first_txid, OLD.end_txid, OLD.events, OLD.event_leaves, OLD.marks, OLD.mark_leaves, OLD.previous, OLD.chain))
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- 2. Transactions are numbered anew on every server: what came from another one stays behind what happens here ------------------

CREATE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = '' AS 'SELECT 0::bigint';
REVOKE ALL ON FUNCTION app.trail_base() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trail_base() TO accompany_app, accompany_auth, accompany_job, accompany_guard, accompany_backup;

CREATE OR REPLACE FUNCTION app.sign_audit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.at := app.now();
  NEW.txid := app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint;
  IF CURRENT_USER = 'accompany_job' THEN
    NEW.actor_kind := 'job:' || COALESCE(app.job(), 'unnamed');
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF CURRENT_USER = 'accompany_auth' THEN
    NEW.actor_kind := 'auth';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF SESSION_USER = 'accompany_share' THEN
    NEW.actor_kind := 'outside';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSE
    SELECT 'staff', a.staff_id, a.session_id INTO NEW.actor_kind, NEW.actor_id, NEW.session_id FROM app.live_session() a;
    IF NEW.actor_id IS NULL THEN
      RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- 3. A mark for each version of a row, in the transaction that writes it ---------------------------------------------------------
-- The digest is salted with what stands in the mark of the version that stands, and nowhere else: when the row changes or goes, its
-- salt is thrown away, and no guess of a date or a code can be held against what is left.

SET ROLE accompany_guard;

-- The arguments of the trigger are the columns of the primary key.
CREATE FUNCTION app.leave_mark() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC' SET bytea_output = 'hex'
AS $$
DECLARE standing jsonb; place text; grain bytea;
BEGIN
  standing := CASE WHEN TG_OP = 'DELETE' THEN pg_catalog.to_jsonb(OLD) ELSE pg_catalog.to_jsonb(NEW) END;
  IF TG_OP = 'UPDATE' AND standing = pg_catalog.to_jsonb(OLD) THEN RETURN NULL; END IF;
  place := standing ->> TG_ARGV[0];
  FOR i IN 1 .. TG_NARGS - 1 LOOP place := place || '/' || (standing ->> TG_ARGV[i]); END LOOP;
  IF TG_OP <> 'INSERT' THEN
    UPDATE public.row_mark SET salt = NULL WHERE table_name = TG_TABLE_NAME AND row_key = place AND salt IS NOT NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO public.row_mark (txid, by_role, table_name, row_key)
    VALUES (app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint, SESSION_USER, TG_TABLE_NAME, place);
  ELSE
    grain := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
    INSERT INTO public.row_mark (txid, by_role, table_name, row_key, version, digest, salt)
    VALUES (app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint, SESSION_USER, TG_TABLE_NAME, place,
            COALESCE(standing ->> 'version', standing ->> 'revision')::bigint,
            pg_catalog.sha256(grain || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing)::text, 'UTF8')), grain);
  END IF;
  RETURN NULL;
END $$;

-- A mark of a row as it stands, and whether the row is what its last mark says, but for columns that came later.
CREATE FUNCTION app.put_mark(of_table text, place text, standing jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE grain bytea := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
BEGIN
  UPDATE public.row_mark SET salt = NULL WHERE table_name = of_table AND row_key = place AND salt IS NOT NULL;
  INSERT INTO public.row_mark (txid, by_role, table_name, row_key, version, digest, salt)
  VALUES (app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint, SESSION_USER, of_table, place,
          COALESCE(standing ->> 'version', standing ->> 'revision')::bigint,
          pg_catalog.sha256(grain || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing)::text, 'UTF8')), grain);
END $$;
CREATE FUNCTION app.fits_mark(of_table text, place text, standing jsonb, later text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT m.digest IN (
                            pg_catalog.sha256(m.salt || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing)::text, 'UTF8')),
                            pg_catalog.sha256(m.salt || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing - later)::text, 'UTF8')))
                     FROM public.row_mark m WHERE m.table_name = of_table AND m.row_key = place ORDER BY m.seq DESC LIMIT 1), false)
$$;
CREATE FUNCTION app.watched_columns(of_table text) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT w.columns FROM public.row_watch w WHERE w.table_name = of_table $$;
CREATE FUNCTION app.note_watch(of_table text, these text[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO public.row_watch (table_name, columns) VALUES (of_table, these)
  ON CONFLICT (table_name) DO UPDATE SET columns = EXCLUDED.columns
$$;

REVOKE ALL ON FUNCTION app.leave_mark(), app.put_mark(text, text, jsonb),
  app.fits_mark(text, text, jsonb, text[]), app.watched_columns(text), app.note_watch(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.leave_mark(), app.put_mark(text, text, jsonb), app.fits_mark(text, text, jsonb, text[]),
  app.watched_columns(text), app.note_watch(text, text[]) TO accompany_owner;
RESET ROLE;

-- Every table that is not reference data is watched, but for these.
CREATE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('notice', 'a kind and a file'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;
REVOKE ALL ON FUNCTION app.unwatched() FROM PUBLIC;

-- After every run of migrations (scripts/database.mjs): tables that are new are taken stock of, rows whose table changed its shape are
-- marked anew if they are what their mark says. A row that is not keeps its mark, so that a migration hides nothing.
CREATE PROCEDURE app.watch_rows()
  LANGUAGE plpgsql SET search_path = '' SET timezone = 'UTC' SET bytea_output = 'hex'
AS $$
DECLARE t record; known text[]; later text[]; place text; condition text;
BEGIN
  FOR t IN
    SELECT c.oid, c.relname::text AS name,
           ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname) AS columns,
           ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k(n, at)
                   JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n ORDER BY k.at) AS keys
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND c.relkind = 'r' AND c.relforcerowsecurity
       AND c.relname NOT IN (SELECT u.table_name FROM app.unwatched() u)
     ORDER BY c.relname
  LOOP
    known := app.watched_columns(t.name);
    CONTINUE WHEN known IS NOT DISTINCT FROM t.columns;
    later := ARRAY(SELECT pg_catalog.unnest(t.columns) EXCEPT SELECT pg_catalog.unnest(known));
    place := (SELECT pg_catalog.string_agg(pg_catalog.format('x.%I::text', k), ' || ''/'' || ') FROM pg_catalog.unnest(t.keys) k);
    -- What was taken out of a table can no longer be held against its marks.
    condition := CASE WHEN known IS NULL OR NOT known <@ t.columns THEN 'true'
                      ELSE pg_catalog.format('app.fits_mark(%L, %s, pg_catalog.to_jsonb(x), %L::text[])', t.name, place, later) END;
    EXECUTE pg_catalog.format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE pg_catalog.format('SELECT app.put_mark(%L, %s, pg_catalog.to_jsonb(x)) FROM public.%I x WHERE %s', t.name, place, t.name, condition);
    EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE pg_catalog.format('DROP TRIGGER IF EXISTS _leave_mark ON public.%I', t.name);
    -- Before every other one: what they change in the same row is marked after it.
    EXECUTE pg_catalog.format('CREATE TRIGGER _leave_mark AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.leave_mark(%s)',
      t.name, (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(k), ', ') FROM pg_catalog.unnest(t.keys) k));
    PERFORM app.note_watch(t.name, t.columns);
  END LOOP;
END $$;
REVOKE ALL ON PROCEDURE app.watch_rows() FROM PUBLIC;

-- 4. Sealing -----------------------------------------------------------------------------------------------------------------------

SET ROLE accompany_guard;

-- Where the numbers of this server's transactions go on: not below what is known already. Nothing when they do.
CREATE FUNCTION app.needed_base() RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT known.highest + 1 - pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint
    FROM (SELECT GREATEST((SELECT COALESCE(pg_catalog.max(s.end_txid), 0) FROM public.audit_seal s),
                          (SELECT COALESCE(pg_catalog.max(e.txid), 0) FROM public.audit_event e),
                          (SELECT COALESCE(pg_catalog.max(m.txid), 0) FROM public.row_mark m)) AS highest) known
   WHERE known.highest > app.trail_base() + pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint
$$;

-- Hashes what no running transaction can add to any more and no seal covers yet; nothing when there is nothing. The caller signs it
-- in the same transaction: the key is not in the database.
CREATE FUNCTION app.seal_trail() RETURNS TABLE (seal_number bigint, seal_chain bytea)
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
         COALESCE(pg_catalog.string_agg(pg_catalog.uuid_send(x.id) || pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(
           x.id, x.at, x.actor_kind, x.actor_id, x.session_id, x.txid, x.event, x.case_id, x.visit_id, x.detail)::text, 'UTF8')),
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

CREATE FUNCTION app.sign_seal(which bigint, by_key text, signed bytea) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$ UPDATE public.audit_seal SET kid = by_key, signature = signed WHERE number = which AND signature IS NULL $$;

REVOKE ALL ON FUNCTION app.needed_base(), app.seal_trail(), app.sign_seal(bigint, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seal_trail(), app.sign_seal(bigint, text, bytea) TO accompany_job;
GRANT EXECUTE ON FUNCTION app.needed_base() TO accompany_owner;
RESET ROLE;

CREATE PROCEDURE app.go_on_counting()
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE base bigint := app.needed_base();
BEGIN
  IF base IS NOT NULL THEN
    EXECUTE pg_catalog.format(
      'CREATE OR REPLACE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = '''' AS %L',
      pg_catalog.format('SELECT %s::bigint', base));
  END IF;
END $$;
REVOKE ALL ON PROCEDURE app.go_on_counting() FROM PUBLIC;
