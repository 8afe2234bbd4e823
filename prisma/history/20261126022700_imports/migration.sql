-- Imports: a table of people and files, read, checked, written in pieces and taken back (docs/adr/0067, 0068).

CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "encoding" TEXT,
    "separator" TEXT,
    "rows" INTEGER NOT NULL,
    "columns" INTEGER NOT NULL,
    "pieces" INTEGER NOT NULL,
    "mark" BYTEA NOT NULL,
    "header_mark" BYTEA NOT NULL,
    "head_cipher" BYTEA,
    "plan_cipher" BYTEA,
    "plan_revision" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'brought',
    "at" INTEGER NOT NULL DEFAULT 0,
    "asked_to" INTEGER NOT NULL DEFAULT 0,
    "good" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "made" INTEGER NOT NULL DEFAULT 0,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "import_piece" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "cipher" BYTEA,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "xid" BIGINT,
    "cluster" BIGINT,

    CONSTRAINT "import_piece_pkey" PRIMARY KEY ("import_id","position")
);
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "piece" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line")
);
CREATE TABLE "import_match" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "piece" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "twin" INTEGER,
    "decision" TEXT,

    CONSTRAINT "import_match_pkey" PRIMARY KEY ("import_id","line")
);
CREATE TABLE "import_mapping" (
    "team_id" UUID NOT NULL,
    "header_mark" BYTEA NOT NULL,
    "fields" TEXT[],
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("team_id","header_mark")
);
CREATE INDEX "import_team_id_created_at_idx" ON "import"("team_id", "created_at");
CREATE INDEX "import_row_import_id_piece_idx" ON "import_row"("import_id", "piece");
CREATE INDEX "import_row_case_id_idx" ON "import_row"("case_id");
CREATE INDEX "import_row_person_id_idx" ON "import_row"("person_id");
ALTER TABLE "import" ADD CONSTRAINT "import_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_piece" ADD CONSTRAINT "import_piece_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_match" ADD CONSTRAINT "import_match_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/imports) -----------------------------------------------------------------------------

ALTER TABLE public.import
  ADD CONSTRAINT import_source CHECK (source IN ('csv', 'xlsx')),
  ADD CONSTRAINT import_encoding CHECK (encoding IN ('utf-8', 'windows-1252', 'utf-16le', 'utf-16be')),
  ADD CONSTRAINT import_separator CHECK (separator IN (';', ',', E'\t')),
  ADD CONSTRAINT import_size CHECK (rows BETWEEN 1 AND 50000 AND columns BETWEEN 1 AND 100 AND pieces BETWEEN 1 AND 1000),
  ADD CONSTRAINT import_state CHECK (state IN ('brought', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone', 'dropped')),
  ADD CONSTRAINT import_forgotten CHECK (forgotten_at IS NULL OR (head_cipher IS NULL AND plan_cipher IS NULL));
ALTER TABLE public.import_piece
  ADD CONSTRAINT import_piece_state CHECK (state IN ('waiting', 'done', 'undone')),
  ADD CONSTRAINT import_piece_written CHECK ((state = 'waiting') = (xid IS NULL) AND (xid IS NULL) = (cluster IS NULL));
ALTER TABLE public.import_match ADD CONSTRAINT import_match_decision CHECK (decision IN ('new', 'same', 'skip'));
ALTER TABLE public.import_mapping ADD CONSTRAINT import_mapping_fields
  CHECK (pg_catalog.cardinality(fields) BETWEEN 1 AND 100 AND pg_catalog.array_to_string(fields, ',') ~ '^[A-Za-z,]*$');

-- 2. Theirs who lead the office, and nobody else's -----------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import', 'import_piece', 'import_row', 'import_match', 'import_mapping'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT ON public.%I TO accompany_backup', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
    EXECUTE format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['import', 'import_mapping'] LOOP
    EXECUTE format('CREATE POLICY leads ON public.%I FOR SELECT TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]))', t);
    EXECUTE format('CREATE POLICY go_on ON public.%I FOR UPDATE TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['import_piece', 'import_row', 'import_match'] LOOP
    EXECUTE format('CREATE POLICY leads ON public.%I FOR SELECT TO accompany_app USING (import_id IN (SELECT i.id FROM public.import i))', t);
  END LOOP;
END $$;
CREATE POLICY bring ON public.import FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.led_teams())::uuid[]) AND state = 'brought'
              AND started_at IS NULL AND ended_at IS NULL AND undone_at IS NULL AND forgotten_at IS NULL);
CREATE POLICY remember ON public.import_mapping FOR INSERT TO accompany_app
  WITH CHECK (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY bring ON public.import_piece FOR INSERT TO accompany_app
  WITH CHECK (state = 'waiting' AND import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'brought'));
CREATE POLICY go_on ON public.import_piece FOR UPDATE TO accompany_app
  USING (state = 'waiting' AND import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'running'))
  WITH CHECK (import_id IN (SELECT i.id FROM public.import i));
-- What an undo may take away are files that the same transaction has opened, and no other ones.
CREATE POLICY made ON public.import_row FOR INSERT TO accompany_app
  WITH CHECK (import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'running')
              AND EXISTS (SELECT FROM public.case_file f JOIN public.case_person p ON p.case_id = f.id
                           WHERE f.id = import_row.case_id AND p.person_id = import_row.person_id
                             AND f.created_by = (SELECT app.worker_id())
                             AND f.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid));
CREATE POLICY found ON public.import_match FOR INSERT TO accompany_app
  WITH CHECK (import_id IN (SELECT i.id FROM public.import i WHERE i.state IN ('checking', 'checked')));
CREATE POLICY decide ON public.import_match FOR UPDATE TO accompany_app
  USING (import_id IN (SELECT i.id FROM public.import i WHERE i.state IN ('checking', 'checked')));
GRANT UPDATE (head_cipher, plan_cipher, plan_revision, state, at, asked_to, good, bad, made, passed, gone, kept, round) ON public.import TO accompany_app;
GRANT UPDATE (cipher, revision, state) ON public.import_piece TO accompany_app;
GRANT UPDATE (round, twin, decision) ON public.import_match TO accompany_app;
GRANT UPDATE (fields, saved_at) ON public.import_mapping TO accompany_app;

-- From one state to the next, and the days of them by the clock of the database.
CREATE FUNCTION app.guard_import() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.forgotten_at IS NOT NULL AND NEW.state <> OLD.state AND NEW.state NOT IN ('undoing', 'undone') THEN
    RAISE EXCEPTION 'what stood in this table is gone' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state THEN
    IF NOT (OLD.state || ' ' || NEW.state = ANY (ARRAY[
         'brought checking', 'checking brought', 'checking checked', 'checked brought', 'checked checking', 'checked running',
         'running stopped', 'running done', 'stopped running', 'stopped undoing', 'done undoing', 'undoing undone'])) THEN
      RAISE EXCEPTION 'an import does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
    END IF;
    IF NEW.state = 'undoing' AND OLD.ended_at < app.now() - interval '7 days' THEN
      RAISE EXCEPTION 'the days to take it back are over' USING ERRCODE = '42501';
    END IF;
    NEW.started_at := CASE WHEN NEW.state = 'running' THEN COALESCE(OLD.started_at, app.now()) ELSE OLD.started_at END;
    NEW.ended_at := CASE WHEN NEW.state IN ('stopped', 'done') THEN app.now() WHEN NEW.state = 'running' THEN NULL ELSE OLD.ended_at END;
    NEW.undone_at := CASE WHEN NEW.state = 'undone' THEN app.now() ELSE OLD.undone_at END;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_import() FROM PUBLIC;
CREATE TRIGGER guard_import BEFORE UPDATE ON public.import
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_import();

-- A piece is written once, and knows in which transaction; nobody says so by hand.
CREATE FUNCTION app.stamp_piece() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (('waiting', 'waiting'), ('waiting', 'done')) THEN
    RAISE EXCEPTION 'a piece is written once' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'done' THEN
    NEW.xid := pg_catalog.pg_current_xact_id()::text::bigint;
    NEW.cluster := (SELECT c.system_identifier FROM pg_catalog.pg_control_system() c);
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.stamp_piece() FROM PUBLIC;
CREATE TRIGGER stamp_piece BEFORE UPDATE ON public.import_piece
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.stamp_piece();

-- 3. The key of an import ------------------------------------------------------------------------------------------------------

ALTER TABLE public.wrapped_key DROP CONSTRAINT wrapped_key_holder;
ALTER TABLE public.wrapped_key ADD CONSTRAINT wrapped_key_holder CHECK (holder_kind IN ('person', 'file', 'visit', 'glass', 'vault', 'import'));
CREATE POLICY import_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'import' AND EXISTS (SELECT FROM public.import i WHERE i.id = wrapped_key.holder_id));
CREATE POLICY import_add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK (holder_kind = 'import'
              AND EXISTS (SELECT FROM public.import i WHERE i.id = wrapped_key.holder_id AND i.forgotten_at IS NULL));

GRANT SELECT, UPDATE (head_cipher, plan_cipher, state, ended_at, forgotten_at) ON public.import TO accompany_guard;
GRANT SELECT, UPDATE (cipher, state) ON public.import_piece TO accompany_guard;
GRANT SELECT ON public.import_row TO accompany_guard;
GRANT SELECT, DELETE ON public.import_match TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.drop_import_content(which uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  DELETE FROM public.wrapped_key k WHERE k.holder_kind = 'import' AND k.holder_id = which;
  UPDATE public.import_piece p SET cipher = NULL WHERE p.import_id = which AND p.cipher IS NOT NULL;
  DELETE FROM public.import_match m WHERE m.import_id = which;
  UPDATE public.import i SET head_cipher = NULL, plan_cipher = NULL, forgotten_at = app.now(),
         state = CASE WHEN i.started_at IS NULL THEN 'dropped' WHEN i.state IN ('running', 'undoing') THEN 'stopped' ELSE i.state END,
         ended_at = CASE WHEN i.state = 'running' THEN app.now() ELSE i.ended_at END
   WHERE i.id = which
$$;

-- What stood in the table goes when whoever leads the office says so: before anything was written, or when it has ended.
CREATE FUNCTION app.forget_import(which uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM 1 FROM public.import i
    WHERE i.id = which AND i.team_id = ANY (app.led_teams()) AND i.forgotten_at IS NULL AND i.state NOT IN ('running', 'undoing') FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.drop_import_content(which);
  RETURN true;
END $$;

-- Seven days after the end, or after the last thing that was done with it, it goes by itself.
CREATE FUNCTION app.forget_old_imports() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE old record; n integer := 0;
BEGIN
  FOR old IN SELECT i.id FROM public.import i
              WHERE i.forgotten_at IS NULL AND COALESCE(i.ended_at, i.started_at, i.created_at) < app.now() - interval '7 days' FOR UPDATE SKIP LOCKED LOOP
    PERFORM app.drop_import_content(old.id);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
RESET ROLE;

-- 4. Taking it back: as if it never was ------------------------------------------------------------------------------------------

-- Which transaction wrote a row, and on whom it hangs: all that the guard reads to know that nobody touched it since. Also for
-- tables of rooms to come: what it may not read keeps an import from being taken back, and a test says so before.
CREATE PROCEDURE app.let_import_look(t regclass, link name)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('GRANT SELECT (%I, xmin) ON %s TO accompany_guard', link, t);
  IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_policy p WHERE p.polrelid = t AND p.polcmd IN ('r', '*') AND p.polpermissive
                    AND 'accompany_guard'::pg_catalog.regrole = ANY (p.polroles)) THEN
    EXECUTE pg_catalog.format('CREATE POLICY imports ON %s FOR SELECT TO accompany_guard USING (true)', t);
  END IF;
END $$;
REVOKE ALL ON PROCEDURE app.let_import_look(regclass, name) FROM PUBLIC;
DO $$
DECLARE child record;
BEGIN
  FOR child IN SELECT DISTINCT c.conrelid::regclass AS t, a.attname AS link
                 FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.confrelid IN ('public.case_file'::regclass, 'public.person'::regclass) LOOP
    CALL app.let_import_look(child.t, child.link);
  END LOOP;
END $$;
GRANT SELECT (xmin) ON public.case_file, public.person TO accompany_guard;
-- To hold a person still while it is looked at what hangs on her.
GRANT UPDATE (version) ON public.person TO accompany_guard;

CREATE OR REPLACE PROCEDURE app.protect_file_table(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  reach constant text := '(case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))';
  circle constant text := '(secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[]))';
  link record;
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.copy_scope()', t);
  CALL app.let_file_table_be_read(t);
  EXECUTE pg_catalog.format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY circle_work ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app USING %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  EXECUTE pg_catalog.format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  EXECUTE pg_catalog.format('GRANT SELECT (case_id), UPDATE (team_id, secrecy) ON public.%I TO accompany_guard', t);
  IF EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = ('public.' || t)::pg_catalog.regclass AND a.attname = 'id') THEN
    EXECUTE pg_catalog.format('GRANT SELECT (id) ON public.%I TO accompany_guard', t);
  END IF;
  FOR link IN SELECT a.attname FROM pg_catalog.pg_constraint c
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
               WHERE c.contype = 'f' AND c.conrelid = ('public.' || t)::pg_catalog.regclass
                 AND c.confrelid IN ('public.case_file'::pg_catalog.regclass, 'public.person'::pg_catalog.regclass) LOOP
    CALL app.let_import_look(('public.' || t)::pg_catalog.regclass, link.attname);
  END LOOP;
  EXECUTE pg_catalog.format('GRANT SELECT ON public.%I TO accompany_backup', t);
END $$;

SET ROLE accompany_guard;
-- Takes one piece back: the files, people and keys that its transaction made and that no other transaction has touched since.
-- A row written or changed later by anybody, in the file, about the person or pointing to either, keeps both. Told notices are
-- the machine's and keep nothing. In one word what became of it, and how many are gone and stay.
CREATE FUNCTION app.undo_piece(which uuid, piece_at integer) RETURNS TABLE (said text, gone integer, stays integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE p record; child record; mine xid; touched uuid[]; more uuid[]; files uuid[]; people uuid[]; n integer;
BEGIN
  PERFORM 1 FROM public.import i
    WHERE i.id = which AND i.team_id = ANY (app.led_teams()) AND i.state = 'undoing'
      AND i.ended_at >= app.now() - interval '8 days' FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'notFound', 0, 0; RETURN; END IF;
  SELECT x.* INTO p FROM public.import_piece x WHERE x.import_id = which AND x.position = piece_at AND x.state = 'done' FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'ok', 0, 0; RETURN; END IF;
  -- Whoever writes in one of them now is waited for, and whoever comes later finds nothing.
  PERFORM 1 FROM public.case_file f WHERE f.id IN (SELECT r.case_id FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at)
    ORDER BY f.id FOR UPDATE;
  PERFORM 1 FROM public.person h WHERE h.id IN (SELECT r.person_id FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at)
    ORDER BY h.id FOR UPDATE;
  mine := (p.xid % 4294967296)::text::xid;
  IF p.cluster IS DISTINCT FROM (SELECT c.system_identifier FROM pg_catalog.pg_control_system() c) THEN
    -- Restored from an archive: nobody knows any more what was touched.
    SELECT pg_catalog.array_agg(r.case_id) INTO touched FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at;
  ELSE
    SELECT pg_catalog.array_agg(r.case_id) INTO touched
      FROM public.import_row r JOIN public.case_file f ON f.id = r.case_id JOIN public.person h ON h.id = r.person_id
     WHERE r.import_id = which AND r.piece = piece_at AND (f.xmin <> mine OR h.xmin <> mine);
    FOR child IN
      SELECT c.conrelid::pg_catalog.regclass AS child_table, a.attname AS link,
             CASE WHEN c.confrelid = 'public.person'::pg_catalog.regclass THEN 'person_id' ELSE 'case_id' END AS of_row
        FROM pg_catalog.pg_constraint c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid IN ('public.case_file'::pg_catalog.regclass, 'public.person'::pg_catalog.regclass)
         AND c.conrelid NOT IN ('public.import_row'::pg_catalog.regclass, 'public.notice'::pg_catalog.regclass)
    LOOP
      EXECUTE pg_catalog.format(
        'SELECT pg_catalog.array_agg(DISTINCT r.case_id) FROM public.import_row r JOIN %s k ON k.%I = r.%I
          WHERE r.import_id = $1 AND r.piece = $2 AND k.xmin <> $3', child.child_table, child.link, child.of_row)
        INTO more USING which, piece_at, mine;
      touched := touched || more;
    END LOOP;
  END IF;
  touched := COALESCE(touched, '{}');
  SELECT COALESCE(pg_catalog.array_agg(r.case_id), '{}'), COALESCE(pg_catalog.array_agg(r.person_id), '{}') INTO files, people
    FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at AND NOT r.case_id = ANY (touched);
  SELECT pg_catalog.count(*) INTO n FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at;
  DELETE FROM public.wrapped_key k
   WHERE (k.holder_kind = 'file' AND k.holder_id = ANY (files)) OR (k.holder_kind = 'person' AND k.holder_id = ANY (people));
  DELETE FROM public.case_file f WHERE f.id = ANY (files);
  DELETE FROM public.person h WHERE h.id = ANY (people);
  UPDATE public.import_piece x SET state = 'undone' WHERE x.import_id = which AND x.position = piece_at;
  RETURN QUERY SELECT 'ok', pg_catalog.cardinality(files), n - pg_catalog.cardinality(files);
END $$;
REVOKE ALL ON FUNCTION app.drop_import_content(uuid), app.forget_import(uuid), app.forget_old_imports(), app.undo_piece(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_import(uuid), app.undo_piece(uuid, integer) TO accompany_app;
GRANT EXECUTE ON FUNCTION app.forget_old_imports() TO accompany_job;
RESET ROLE;
