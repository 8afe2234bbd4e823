-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "because" TEXT NOT NULL,
    "merged_by" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "knew" UUID[] DEFAULT ARRAY[]::UUID[],
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "conflicts" JSONB,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_merge_row" (
    "id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "row_id" UUID,
    "row_key" JSONB,
    "was" JSONB,
    "kept_was" JSONB,
    "kept_became" JSONB,

    CONSTRAINT "person_merge_row_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_merge_kept_id_idx" ON "person_merge"("kept_id");

-- CreateIndex
CREATE INDEX "person_merge_absorbed_id_idx" ON "person_merge"("absorbed_id");

-- CreateIndex
CREATE INDEX "person_merge_row_merge_id_table_name_idx" ON "person_merge_row"("merge_id", "table_name");

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_absorbed_id_fkey" FOREIGN KEY ("absorbed_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_merged_by_fkey" FOREIGN KEY ("merged_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge_row" ADD CONSTRAINT "person_merge_row_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "person_merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two rows of one person become one, and two again when somebody was wrong (docs/adr/0076).

-- 1. Read by whoever reaches the one who was kept; written by the guard alone ---------------------------------------------------

ALTER TABLE public.person_merge
  ADD CONSTRAINT person_merge_two CHECK (kept_id <> absorbed_id),
  ADD CONSTRAINT person_merge_because CHECK (because IN ('said', 'document', 'number', 'recognised', 'other')),
  ADD CONSTRAINT person_merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (conflicts IS NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_merge', 'person_merge_row'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT ON public.%I TO accompany_app, accompany_backup', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO accompany_guard', t);
    EXECUTE format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Taken back, it tells of two people: to whoever reaches both.
CREATE POLICY reach ON public.person_merge FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = kept_id)
         AND (undone_at IS NULL OR EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = absorbed_id)));
CREATE POLICY reach ON public.person_merge_row FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.person_merge m WHERE m.id = merge_id));

-- 2. Every column that names a person moves ------------------------------------------------------------------------------------
-- Read from the catalogue, so that a later room is not forgotten; what the guard may not move keeps the merge from happening at
-- all, and a test says so before. The guard reads which rows there are, and moves them; it reads no word of them.

CREATE FUNCTION app.person_links()
  RETURNS TABLE (child regclass, table_name text, link text, keys text[], of_file boolean, of_circle boolean)
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT c.conrelid::pg_catalog.regclass, r.relname::text, a.attname::text,
         ARRAY(SELECT k.attname::text FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY u(n, at)
                 JOIN pg_catalog.pg_attribute k ON k.attrelid = r.oid AND k.attnum = u.n ORDER BY u.at),
         EXISTS (SELECT 1 FROM pg_catalog.pg_attribute f WHERE f.attrelid = r.oid AND f.attname = 'case_id' AND NOT f.attisdropped),
         EXISTS (SELECT 1 FROM pg_catalog.pg_attribute f WHERE f.attrelid = r.oid AND f.attname = 'circle_case_id' AND NOT f.attisdropped)
    FROM pg_catalog.pg_constraint c
    JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_catalog.pg_index i ON i.indrelid = r.oid AND i.indisprimary
   -- But the merges themselves, and what the machine found and finds again.
   WHERE c.contype = 'f' AND c.confrelid = 'public.person'::pg_catalog.regclass AND r.relname NOT IN ('person_merge', 'likely_pair', 'twin_check')
   ORDER BY r.relname, a.attname
$$;
REVOKE ALL ON FUNCTION app.person_links() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.person_links() TO accompany_guard;

-- Whoever wrote to somebody while she was being merged waits for it, and finds herself with the one who was kept: nothing that
-- was written down is left behind with nobody. The argument is the column that names the person.
SET ROLE accompany_guard;
CREATE FUNCTION app.follow_merge() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE row_now jsonb := pg_catalog.to_jsonb(NEW); kept uuid; condition text;
BEGIN
  SELECT m.kept_id INTO kept FROM public.person_merge m
   WHERE m.absorbed_id = (row_now ->> TG_ARGV[0])::uuid AND m.undone_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT pg_catalog.string_agg(pg_catalog.format('%I = %L', k, row_now ->> k), ' AND ') INTO condition
    FROM app.person_links() l, pg_catalog.unnest(l.keys) k WHERE l.child = TG_RELID AND l.link = TG_ARGV[0];
  EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s', TG_RELID::pg_catalog.regclass, TG_ARGV[0], condition) USING kept;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.follow_merge() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.follow_merge() TO accompany_owner;
RESET ROLE;

CREATE PROCEDURE app.let_merge_move(t regclass, col text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE of_key boolean; more text;
BEGIN
  SELECT col = ANY (l.keys),
         (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ') FROM pg_catalog.pg_attribute a
           WHERE a.attrelid = t AND NOT a.attisdropped AND (a.attname = ANY (l.keys) OR a.attname IN ('case_id', 'circle_case_id')))
    INTO of_key, more FROM app.person_links() l WHERE l.child = t AND l.link = col;
  EXECUTE pg_catalog.format('GRANT SELECT (%s, %I), UPDATE (%I) ON %s TO accompany_guard', more, col, col, t);
  -- Two rows that would be one: the one gives way, and is kept with the merge.
  IF of_key THEN EXECUTE pg_catalog.format('GRANT SELECT, INSERT, DELETE ON %s TO accompany_guard', t); END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_policy p WHERE p.polrelid = t AND p.polcmd IN ('w', '*') AND p.polpermissive
                    AND 'accompany_guard'::pg_catalog.regrole = ANY (p.polroles)) THEN
    EXECUTE pg_catalog.format('CREATE POLICY merges ON %s FOR UPDATE TO accompany_guard USING (true)', t);
  END IF;
  EXECUTE pg_catalog.format('CREATE TRIGGER %I AFTER INSERT ON %s FOR EACH ROW EXECUTE FUNCTION app.follow_merge(%L)',
    'follow_merge_' || col, t, col);
END $$;
REVOKE ALL ON PROCEDURE app.let_merge_move(regclass, text) FROM PUBLIC;

-- Whatever lets an import look lets a merge move, where it names a person.
CREATE OR REPLACE PROCEDURE app.let_import_look(t regclass, link name)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('GRANT SELECT (%I, xmin) ON %s TO accompany_guard', link, t);
  IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_policy p WHERE p.polrelid = t AND p.polcmd IN ('r', '*') AND p.polpermissive
                    AND 'accompany_guard'::pg_catalog.regrole = ANY (p.polroles)) THEN
    EXECUTE pg_catalog.format('CREATE POLICY imports ON %s FOR SELECT TO accompany_guard USING (true)', t);
  END IF;
  IF EXISTS (SELECT 1 FROM app.person_links() l WHERE l.child = t AND l.link = let_import_look.link) THEN
    CALL app.let_merge_move(t, link::text);
  END IF;
END $$;
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT l.child, l.link FROM app.person_links() l LOOP
    CALL app.let_merge_move(one.child, one.link);
  END LOOP;
END $$;
-- The name that is not chosen becomes another name of hers.
GRANT SELECT (kind), UPDATE (kind) ON public.person_name TO accompany_guard;
GRANT SELECT (sex, interpreter_need, version), UPDATE (sex, interpreter_need) ON public.person TO accompany_guard;
GRANT UPDATE (role, basis, since, until, left_because, version) ON public.case_person TO accompany_guard;
GRANT UPDATE (person_id) ON public.name_word TO accompany_guard;
GRANT UPDATE (cipher) ON public.person_identifier TO accompany_guard;

-- 3. Who may, and the way there and back ---------------------------------------------------------------------------------------

SET ROLE accompany_guard;

-- Of two people who both stand in open files alone, all of them hers to write in, none held or about to be erased, none kept from
-- another. One word for all that is in the way: whatever it is, it tells nothing of files out of reach.
CREATE FUNCTION app.may_merge(people uuid[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH files AS MATERIALIZED (
    SELECT DISTINCT f.id, f.secrecy, f.kind FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id WHERE cp.person_id = ANY (people))
  SELECT COALESCE(pg_catalog.bool_and(f.secrecy = 'open' AND f.kind <> 'thb' AND app.may_write_case(f.id) AND NOT app.is_held(f.id)
             AND NOT EXISTS (SELECT 1 FROM public.file_erasure e WHERE e.case_id = f.id AND e.state = 'asked')
             AND NOT EXISTS (SELECT 1 FROM public.kept_apart k WHERE k.case_id = f.id AND k.lifted_at IS NULL
                                AND k.other_case_id IN (SELECT o.id FROM files o))), false)
    FROM files f
$$;

-- With whom somebody is found since she was merged, for whoever reaches that person; nothing for everybody else.
CREATE FUNCTION app.kept_as(person uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH RECURSIVE way AS (
    SELECT m.kept_id FROM public.person_merge m WHERE m.absorbed_id = person AND m.undone_at IS NULL
    UNION SELECT m.kept_id FROM way w JOIN public.person_merge m ON m.absorbed_id = w.kept_id AND m.undone_at IS NULL)
  SELECT w.kept_id FROM way w
   WHERE NOT EXISTS (SELECT 1 FROM public.person_merge m WHERE m.absorbed_id = w.kept_id AND m.undone_at IS NULL)
     AND app.is_my_person(w.kept_id)
$$;

-- The words by which names are found stand with whoever has the names, in each of her files.
CREATE FUNCTION app.settle_words(people uuid[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.name_word w SET person_id = n.person_id FROM public.person_name n
   WHERE n.id = w.name_id AND n.person_id = ANY (people) AND w.person_id <> n.person_id
     AND EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.case_id = w.case_id AND cp.person_id = n.person_id);
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
  SELECT DISTINCT cp.case_id, n.person_id, w.name_id, w.starts, w.span, w.key, w.word, w.sound, false
    FROM public.person_name n JOIN public.name_word w ON w.name_id = n.id AND NOT w.within
    JOIN public.case_person cp ON cp.person_id = n.person_id
   WHERE n.person_id = ANY (people)
  ON CONFLICT DO NOTHING;
  DELETE FROM public.name_word w USING public.person_name n
   WHERE n.id = w.name_id AND n.person_id = ANY (people)
     AND (w.person_id <> n.person_id
       OR NOT EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.case_id = w.case_id AND cp.person_id = n.person_id))
$$;

-- One row whose key names the person: it moves, or gives way to the one that stands there already.
CREATE FUNCTION app.move_keyed(which uuid, link record, keep uuid, absorb uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one jsonb; twin jsonb; became jsonb; condition text;
BEGIN
  FOR one IN EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %I = $1', link.child, link.link) USING absorb LOOP
    SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('%I = %L', k, one ->> k), ' AND '), 'true') INTO condition
      FROM pg_catalog.unnest(link.keys) k WHERE k <> link.link;
    EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %s AND %I = $1', link.child, condition, link.link)
      INTO twin USING keep;
    became := NULL;
    IF twin IS NOT NULL AND link.table_name = 'case_person' THEN
      -- One place in the file: there from the earlier day, still there if either is, its main person if either is.
      UPDATE public.name_word w SET person_id = keep WHERE w.case_id = (one ->> 'case_id')::uuid AND w.person_id = absorb;
      UPDATE public.case_person p SET version = p.version + 1,
             role = CASE WHEN one ->> 'role' = 'principal' THEN 'principal' ELSE p.role END,
             basis = CASE WHEN one ->> 'role' = 'principal' THEN NULL ELSE p.basis END,
             since = CASE WHEN p.since IS NULL OR one ->> 'since' IS NULL THEN NULL ELSE LEAST(p.since, (one ->> 'since')::date) END,
             until = CASE WHEN one ->> 'until' IS NULL THEN NULL ELSE p.until END,
             left_because = CASE WHEN one ->> 'until' IS NULL THEN NULL ELSE p.left_because END
       WHERE p.case_id = (one ->> 'case_id')::uuid AND p.person_id = keep
      RETURNING pg_catalog.to_jsonb(p) INTO became;
    END IF;
    IF twin IS NULL THEN
      EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s AND %I = $2', link.child, link.link, condition, link.link) USING keep, absorb;
    ELSE
      EXECUTE pg_catalog.format('DELETE FROM %s WHERE %s AND %I = $1', link.child, condition, link.link) USING absorb;
    END IF;
    INSERT INTO public.person_merge_row (id, merge_id, table_name, link, row_key, was, kept_was, kept_became)
    VALUES (pg_catalog.gen_random_uuid(), which, link.table_name, link.link,
            (SELECT pg_catalog.jsonb_object_agg(k, one ->> k) FROM pg_catalog.unnest(link.keys) k WHERE k <> link.link),
            CASE WHEN twin IS NOT NULL THEN one END, CASE WHEN became IS NOT NULL THEN twin END, became);
  END LOOP;
END $$;

-- Everything of the one becomes the other's, in the caller's name: in one word what became of it. fields: sex and interpreter_need as
-- chosen; first: whose name as said is shown first.
CREATE FUNCTION app.merge_people(which uuid, keep uuid, absorb uuid, why text, fields jsonb, first uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE link record; p record; had uuid[]; more uuid[];
BEGIN
  IF keep = absorb OR NOT app.is_my_person(keep) OR NOT app.is_my_person(absorb) THEN RETURN 'notFound'; END IF;
  -- In the order of everybody who writes in a file: the files, then the people.
  PERFORM 1 FROM public.case_file f WHERE f.id IN (SELECT cp.case_id FROM public.case_person cp WHERE cp.person_id IN (keep, absorb))
    ORDER BY f.id FOR SHARE;
  PERFORM 1 FROM public.person h WHERE h.id IN (keep, absorb) ORDER BY h.id FOR UPDATE;
  IF NOT app.is_my_person(keep) OR NOT app.is_my_person(absorb) THEN RETURN 'notFound'; END IF;
  IF NOT app.may_merge(ARRAY[keep, absorb]) THEN RETURN 'notNow'; END IF;
  SELECT h.sex, h.interpreter_need, h.version INTO p FROM public.person h WHERE h.id = keep;
  SELECT COALESCE(pg_catalog.array_agg(cp.case_id), '{}') INTO had FROM public.case_person cp WHERE cp.person_id = keep;
  FOR link IN SELECT l.* FROM app.person_links() l WHERE l.of_circle LOOP
    EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.array_agg(id), ''{}'') FROM %s WHERE %I = $1', link.child, link.link) INTO more USING keep;
    had := had || more;
  END LOOP;
  INSERT INTO public.person_merge (id, kept_id, absorbed_id, because, merged_by, before, after, knew)
  VALUES (which, keep, absorb, why, app.worker_id(),
          pg_catalog.jsonb_build_object('sex', p.sex, 'interpreter_need', p.interpreter_need),
          pg_catalog.jsonb_build_object('sex', fields ->> 'sex', 'interpreter_need', fields ->> 'interpreter_need'), had);
  -- Whose name is not the first one is known by it as well.
  WITH other AS (
    UPDATE public.person_name n SET kind = 'alias'
     WHERE n.person_id = CASE WHEN first = keep THEN absorb ELSE keep END AND n.kind = 'as_said' RETURNING n.id)
  INSERT INTO public.person_merge_row (id, merge_id, table_name, link, row_id)
  SELECT pg_catalog.gen_random_uuid(), which, 'person_name', 'kind', o.id FROM other o;
  FOR link IN SELECT l.* FROM app.person_links() l ORDER BY l.table_name = 'case_person', l.table_name LOOP
    IF link.link = ANY (link.keys) OR NOT 'id' = ANY (link.keys) THEN
      PERFORM app.move_keyed(which, link, keep, absorb);
    ELSE
      EXECUTE pg_catalog.format(
        'WITH moved AS (UPDATE %s SET %I = $1 WHERE %I = $2 RETURNING id)
         INSERT INTO public.person_merge_row (id, merge_id, table_name, link, row_id)
         SELECT pg_catalog.gen_random_uuid(), $3, $4, $5, m.id FROM moved m', link.child, link.link, link.link)
        USING keep, absorb, which, link.table_name, link.link;
    END IF;
  END LOOP;
  UPDATE public.person h SET sex = fields ->> 'sex', interpreter_need = fields ->> 'interpreter_need', version = h.version + 1
   WHERE h.id = keep AND (h.sex, h.interpreter_need) IS DISTINCT FROM (fields ->> 'sex', fields ->> 'interpreter_need');
  PERFORM app.settle_words(ARRAY[keep, absorb]);
  RETURN 'ok';
END $$;

-- What was sealed with the one's key is sealed with the other's, in the transaction that merges them or takes it back.
CREATE FUNCTION app.reseal_moved(which uuid, ciphers jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.person_merge m
                  WHERE m.id = which AND m.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid) THEN
    RAISE EXCEPTION 'nothing is merged in this transaction' USING ERRCODE = '42501';
  END IF;
  UPDATE public.person_identifier i SET cipher = pg_catalog.decode(c.value, 'base64')
    FROM pg_catalog.jsonb_each_text(ciphers) c, public.person_merge m
   WHERE m.id = which AND i.id = c.key::uuid AND i.person_id IN (m.kept_id, m.absorbed_id);
END $$;

-- Takes a merge back, whatever was written since: what was hers goes with her as it now reads, and so does what was written since in
-- the files that are hers alone. What can be neither's alone stays with the one who was kept, and is listed.
CREATE FUNCTION app.undo_merge(which uuid) RETURNS TABLE (said text, conflicts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  m record; link record; l record; n bigint; standing jsonb; condition text; hers uuid[]; stays jsonb := '[]';
BEGIN
  SELECT x.* INTO m FROM public.person_merge x WHERE x.id = which;
  IF NOT FOUND OR NOT app.is_my_person(m.kept_id) THEN RETURN QUERY SELECT 'notFound', NULL::jsonb; RETURN; END IF;
  PERFORM 1 FROM public.case_file f WHERE f.id IN (SELECT cp.case_id FROM public.case_person cp WHERE cp.person_id = m.kept_id)
    ORDER BY f.id FOR SHARE;
  PERFORM 1 FROM public.person h WHERE h.id IN (m.kept_id, m.absorbed_id) ORDER BY h.id FOR UPDATE;
  SELECT x.* INTO m FROM public.person_merge x WHERE x.id = which AND x.undone_at IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT app.is_my_person(m.kept_id) THEN RETURN QUERY SELECT 'notFound', NULL::jsonb; RETURN; END IF;
  IF m.merged_at < app.now() - interval '30 days' THEN RETURN QUERY SELECT 'over', NULL::jsonb; RETURN; END IF;
  IF EXISTS (SELECT 1 FROM public.person_merge later
              WHERE later.undone_at IS NULL AND later.id <> which AND m.kept_id IN (later.kept_id, later.absorbed_id)
                AND (later.merged_at, later.id) > (m.merged_at, m.id)) THEN
    RETURN QUERY SELECT 'later', NULL::jsonb; RETURN;
  END IF;
  IF NOT app.may_merge(ARRAY[m.kept_id]) THEN RETURN QUERY SELECT 'notNow', NULL::jsonb; RETURN; END IF;
  -- The files that she alone brought, and that are still there.
  SELECT COALESCE(pg_catalog.array_agg(cp.case_id), '{}') INTO hers
    FROM public.person_merge_row r JOIN public.case_person cp ON cp.case_id = (r.row_key ->> 'case_id')::uuid AND cp.person_id = m.kept_id
   WHERE r.merge_id = which AND r.table_name = 'case_person' AND r.was IS NULL;
  IF pg_catalog.cardinality(hers) = 0 AND NOT EXISTS (
       SELECT 1 FROM public.person_merge_row r JOIN public.case_file f ON f.id = (r.row_key ->> 'case_id')::uuid
        WHERE r.merge_id = which AND r.table_name = 'case_person' AND r.was IS NOT NULL) THEN
    RETURN QUERY SELECT 'over', NULL::jsonb; RETURN;
  END IF;
  -- First of all, so that what moves to her is not sent after her again.
  UPDATE public.person_merge x SET undone_by = app.worker_id(), undone_at = app.now(), conflicts = stays WHERE x.id = which;

  FOR link IN SELECT p.* FROM app.person_links() p ORDER BY p.table_name = 'case_person', p.table_name LOOP
    IF link.link = ANY (link.keys) OR NOT 'id' = ANY (link.keys) THEN
      FOR l IN SELECT r.* FROM public.person_merge_row r WHERE r.merge_id = which AND r.table_name = link.table_name AND r.link = link.link
                 -- Her place in a file of both first: the words of her names go with her afterwards.
                ORDER BY r.was IS NULL LOOP
        SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('%I = %L', e.key, e.value), ' AND '), 'true') INTO condition
          FROM pg_catalog.jsonb_each_text(l.row_key) e;
        EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %s AND %I = $1', link.child, condition, link.link)
          INTO standing USING m.kept_id;
        CONTINUE WHEN standing IS NULL;
        IF l.was IS NULL THEN
          EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s AND %I = $2', link.child, link.link, condition, link.link)
            USING m.absorbed_id, m.kept_id;
          CONTINUE;
        END IF;
        EXECUTE pg_catalog.format('INSERT INTO %s SELECT (pg_catalog.jsonb_populate_record(NULL::%s, $1)).*', link.child, link.child) USING l.was;
        CONTINUE WHEN l.kept_was IS NULL;
        IF standing ->> 'version' = l.kept_became ->> 'version' THEN
          UPDATE public.case_person p SET version = p.version + 1, role = l.kept_was ->> 'role', basis = l.kept_was ->> 'basis',
                 since = (l.kept_was ->> 'since')::date, until = (l.kept_was ->> 'until')::date, left_because = l.kept_was ->> 'left_because'
           WHERE p.case_id = (l.row_key ->> 'case_id')::uuid AND p.person_id = m.kept_id;
        ELSE
          stays := stays || pg_catalog.jsonb_build_object('what', 'place', 'count', 1);
        END IF;
      END LOOP;
      IF link.of_file AND link.table_name <> 'case_person' THEN
        EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I = $2 AND x.case_id = ANY ($3)', link.child, link.link, link.link)
          USING m.absorbed_id, m.kept_id, hers;
      END IF;
    ELSE
      EXECUTE pg_catalog.format(
        'UPDATE %s x SET %I = $1 FROM public.person_merge_row r
          WHERE r.merge_id = $2 AND r.table_name = $3 AND r.link = $4 AND r.row_id = x.id AND x.%I = $5', link.child, link.link, link.link)
        USING m.absorbed_id, which, link.table_name, link.link, m.kept_id;
      IF link.of_file OR link.of_circle THEN
        EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I = $2 AND x.%I = ANY ($3)', link.child, link.link,
          link.link, CASE WHEN link.of_file THEN 'case_id' ELSE 'circle_case_id' END)
          USING m.absorbed_id, m.kept_id, hers;
      END IF;
      IF link.of_circle THEN
        -- Said of her since, by whoever took both for one: it cannot be told of whom.
        EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM %s x WHERE x.%I = $1 AND NOT x.id = ANY ($2)', link.child, link.link)
          INTO n USING m.kept_id, m.knew;
        IF n > 0 THEN stays := stays || pg_catalog.jsonb_build_object('what', link.table_name, 'count', n); END IF;
      END IF;
    END IF;
  END LOOP;
  SELECT pg_catalog.count(*) INTO n FROM public.case_person cp WHERE cp.person_id = m.kept_id AND NOT cp.case_id = ANY (m.knew);
  IF n > 0 THEN stays := stays || pg_catalog.jsonb_build_object('what', 'case_person', 'count', n); END IF;
  UPDATE public.person_name x SET kind = 'as_said' FROM public.person_merge_row r
   WHERE r.merge_id = which AND r.table_name = 'person_name' AND r.link = 'kind' AND r.row_id = x.id AND x.kind = 'alias';
  SELECT pg_catalog.jsonb_build_object('sex', h.sex, 'interpreter_need', h.interpreter_need) INTO standing
    FROM public.person h WHERE h.id = m.kept_id;
  FOR l IN SELECT k.key FROM (VALUES ('sex'), ('interpreter_need')) k(key)
            WHERE standing ->> k.key <> m.after ->> k.key AND m.before ->> k.key <> m.after ->> k.key LOOP
    stays := stays || pg_catalog.jsonb_build_object('what', l.key, 'count', 1);
  END LOOP;
  UPDATE public.person h SET version = h.version + 1,
         sex = CASE WHEN h.sex = m.after ->> 'sex' THEN m.before ->> 'sex' ELSE h.sex END,
         interpreter_need = CASE WHEN h.interpreter_need = m.after ->> 'interpreter_need' THEN m.before ->> 'interpreter_need' ELSE h.interpreter_need END
   WHERE h.id = m.kept_id AND m.before <> m.after;
  PERFORM app.settle_words(ARRAY[m.kept_id, m.absorbed_id]);
  UPDATE public.person_merge x SET conflicts = stays WHERE x.id = which;
  RETURN QUERY SELECT 'ok', stays;
END $$;

-- Whoever was merged into somebody goes with her, and so does her key.
CREATE FUNCTION app.forget_absorbed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone uuid[];
BEGIN
  SELECT COALESCE(pg_catalog.array_agg(m.absorbed_id), '{}') INTO gone FROM public.person_merge m WHERE m.kept_id = OLD.id AND m.undone_at IS NULL;
  IF pg_catalog.cardinality(gone) > 0 THEN
    DELETE FROM public.wrapped_key k WHERE k.holder_kind = 'person' AND k.holder_id = ANY (gone);
    INSERT INTO public.erasure (id, holder_kind, holder_id)
    SELECT pg_catalog.gen_random_uuid(), 'person', g.id FROM pg_catalog.unnest(gone) g(id)
     WHERE NOT EXISTS (SELECT 1 FROM public.erasure e WHERE e.holder_kind = 'person' AND e.holder_id = g.id);
    DELETE FROM public.person p WHERE p.id = ANY (gone);
  END IF;
  RETURN OLD;
END $$;

REVOKE ALL ON FUNCTION app.may_merge(uuid[]), app.kept_as(uuid), app.settle_words(uuid[]), app.move_keyed(uuid, record, uuid, uuid),
  app.merge_people(uuid, uuid, uuid, text, jsonb, uuid), app.reseal_moved(uuid, jsonb), app.undo_merge(uuid), app.forget_absorbed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_as(uuid), app.merge_people(uuid, uuid, uuid, text, jsonb, uuid), app.reseal_moved(uuid, jsonb),
  app.undo_merge(uuid) TO accompany_app;
GRANT EXECUTE ON FUNCTION app.forget_absorbed() TO accompany_owner;
RESET ROLE;
CREATE TRIGGER forget_absorbed BEFORE DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION app.forget_absorbed();

-- What was sealed with her key before the merge, or while it happened, is read by whoever reaches the one who was kept.
CREATE POLICY merged ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'person' AND app.kept_as(holder_id) IS NOT NULL);
