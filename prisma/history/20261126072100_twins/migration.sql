-- CreateTable
CREATE TABLE "twin_check" (
    "person_id" UUID NOT NULL,

    CONSTRAINT "twin_check_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "likely_pair" (
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "likely_pair_pkey" PRIMARY KEY ("person_id","other_id")
);

-- CreateIndex
CREATE INDEX "likely_pair_other_id_idx" ON "likely_pair"("other_id");

-- AddForeignKey
ALTER TABLE "twin_check" ADD CONSTRAINT "twin_check_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likely_pair" ADD CONSTRAINT "likely_pair_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likely_pair" ADD CONSTRAINT "likely_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who could be one person, found after the commit by a job (docs/adr/0077). person_id was written down later than other_id. A pair
-- exists for whoever reaches both; who typed the one learns of the other neither by it nor by how long it took.

ALTER TABLE public.twin_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.twin_check FORCE ROW LEVEL SECURITY;
ALTER TABLE public.likely_pair ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.likely_pair FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.twin_check, public.likely_pair FROM PUBLIC;
GRANT SELECT ON public.twin_check, public.likely_pair TO accompany_backup;
GRANT SELECT ON public.likely_pair TO accompany_app;
GRANT SELECT, INSERT, DELETE ON public.twin_check, public.likely_pair TO accompany_guard;
-- To hold a line of the list while it is worked on.
GRANT UPDATE (person_id) ON public.twin_check TO accompany_guard;
CREATE POLICY guards ON public.twin_check FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.likely_pair FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.likely_pair FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = likely_pair.person_id)
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = likely_pair.other_id));
CALL app.let_import_look('public.twin_check', 'person_id');
CALL app.let_import_look('public.likely_pair', 'person_id');
CALL app.let_import_look('public.likely_pair', 'other_id');
GRANT SELECT (person_id, other_id, lifted_at) ON public.not_same TO accompany_guard;
GRANT SELECT ON public.name_equivalent TO accompany_guard;
GRANT SELECT (created_by) ON public.person TO accompany_guard;

-- Found by the machine, and the list of its work: neither says that somebody touched a person.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.undo_piece(which uuid, piece_at integer) RETURNS TABLE (said text, gone integer, stays integer)
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
         AND c.conrelid NOT IN ('public.import_row'::pg_catalog.regclass, 'public.notice'::pg_catalog.regclass,
                                'public.likely_pair'::pg_catalog.regclass, 'public.twin_check'::pg_catalog.regclass)
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
RESET ROLE;
CREATE OR REPLACE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('name_word', 'made from names, which are watched'),
         ('notice', 'a kind and a file'), ('twin_check', 'who is still to be compared'),
         ('likely_pair', 'found by the machine from rows that are watched'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;

-- 1. Below every way by which a name is written: the form, a visit, an import, the outbox ------------------------------------------

SET ROLE accompany_guard;
CREATE FUNCTION app.ask_for_twins() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.twin_check (person_id) VALUES (NEW.person_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.ask_for_twins() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_for_twins() TO accompany_owner;
RESET ROLE;
CREATE TRIGGER ask_for_twins AFTER INSERT OR UPDATE OF text, person_id ON public.person_name
  FOR EACH ROW WHEN (NEW.text IS NOT NULL AND NEW.withdrawn_at IS NULL) EXECUTE FUNCTION app.ask_for_twins();

-- 2. The job -----------------------------------------------------------------------------------------------------------------------
-- Words are compared by how they sound, as everywhere (docs/adr/0058), and none of them leaves the database. Whoever stands in a
-- file that is not open takes no part, nor do people of whom a colleague has said that they are two, nor files that are kept apart.

SET ROLE accompany_guard;

CREATE FUNCTION app.all_open(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.bool_and(f.secrecy = 'open' AND f.kind <> 'thb'), false)
    FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id WHERE cp.person_id = person
$$;

CREATE FUNCTION app.names_like(person uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH offices AS MATERIALIZED (
    SELECT DISTINCT t.id FROM public.case_person cp JOIN public.team o ON o.id = cp.team_id
      JOIN public.team t ON t.organisation_id = o.organisation_id WHERE cp.person_id = person),
  mine AS MATERIALIZED (
    SELECT DISTINCT w.name_id, w.starts, w.sound, w.key FROM public.name_word w WHERE w.person_id = person AND w.span = 1 AND NOT w.within),
  asked AS (
    SELECT m.name_id, m.starts, m.sound, m.key FROM mine m
    UNION SELECT m.name_id, m.starts, m.sound, app.sound_key(e.other_sound) FROM mine m
            JOIN public.name_equivalent e ON e.one_sound = m.sound AND e.weight >= 0.7),
  hits AS (
    SELECT w.person_id AS other, a.name_id AS my_name, w.name_id AS their_name, a.starts AS mine, w.starts AS theirs,
           pg_catalog.bool_or(w.sound = a.sound) AS same
      FROM asked a JOIN public.name_word w ON w.key = a.key AND w.team_id IN (SELECT o.id FROM offices o)
     WHERE w.span = 1 AND NOT w.within AND w.person_id <> person
       AND NOT EXISTS (SELECT 1 FROM public.name_equivalent e WHERE e.one_sound = a.sound AND e.other_sound = w.sound AND e.weight < 0)
     GROUP BY 1, 2, 3, 4, 5),
  fits AS (
    SELECT h.other, h.my_name, h.their_name, LEAST(pg_catalog.count(DISTINCT h.mine), pg_catalog.count(DISTINCT h.theirs)) AS fitting,
           pg_catalog.count(DISTINCT h.mine) FILTER (WHERE h.same) AS same
      FROM hits h GROUP BY 1, 2, 3)
  SELECT DISTINCT f.other FROM fits f,
         LATERAL (SELECT pg_catalog.count(DISTINCT w.starts) AS words FROM public.name_word w WHERE w.name_id = f.my_name AND w.span = 1) a,
         LATERAL (SELECT pg_catalog.count(DISTINCT w.starts) AS words FROM public.name_word w WHERE w.name_id = f.their_name AND w.span = 1) b
   -- Every word of the shorter name, and of two names of one word each that they sound the same.
   WHERE f.same > 0 AND f.fitting >= LEAST(a.words, b.words) AND (f.fitting > 1 OR GREATEST(a.words, b.words) = 1)
$$;

-- Compares whoever was written down since, a few at a time; tells how many. Who leads the office of somebody known before is told of
-- it, unless whoever wrote down the new one works in a file of hers: then it stood beside the form.
CREATE FUNCTION app.find_twins(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one record; twin record; n integer := 0;
BEGIN
  FOR one IN SELECT c.person_id AS id FROM public.twin_check c ORDER BY c.person_id LIMIT most FOR UPDATE SKIP LOCKED LOOP
    n := n + 1;
    DELETE FROM public.twin_check c WHERE c.person_id = one.id;
    CONTINUE WHEN NOT app.all_open(one.id);
    FOR twin IN
      SELECT l.other AS id FROM app.names_like(one.id) l(other)
        JOIN public.person p ON p.id = one.id JOIN public.person q ON q.id = l.other
       WHERE app.all_open(l.other) AND NOT (p.sex IN ('f', 'm') AND q.sex IN ('f', 'm') AND p.sex <> q.sex)
         AND NOT EXISTS (SELECT 1 FROM public.likely_pair k WHERE (k.person_id, k.other_id) IN ((one.id, l.other), (l.other, one.id)))
         AND NOT EXISTS (SELECT 1 FROM public.not_same s WHERE s.lifted_at IS NULL
                            AND (s.person_id, s.other_id) IN ((one.id, l.other), (l.other, one.id)))
         AND NOT EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (case_id)
                          WHERE a.person_id = one.id AND b.person_id = l.other)
         AND NOT EXISTS (SELECT 1 FROM public.kept_apart k
                           JOIN public.case_person a ON a.case_id = k.case_id JOIN public.case_person b ON b.case_id = k.other_case_id
                          WHERE k.lifted_at IS NULL AND (a.person_id, b.person_id) IN ((one.id, l.other), (l.other, one.id)))
    LOOP
      INSERT INTO public.likely_pair (person_id, other_id) VALUES (one.id, twin.id);
      INSERT INTO public.notice (staff_id, kind, case_id)
      SELECT DISTINCT t.staff_id, 'possible_twin', f.id
        FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id
        JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
        JOIN public.staff st ON st.id = t.staff_id AND st.active AND st.role = 'coordinator'
       WHERE cp.person_id = twin.id AND t.staff_id <> (SELECT p.created_by FROM public.person p WHERE p.id = one.id)
         AND NOT EXISTS (SELECT 1 FROM public.case_person k, public.person p, LATERAL app.reading(k.case_id) r
                          WHERE k.person_id = twin.id AND p.id = one.id AND r.staff_id = p.created_by AND r.works);
    END LOOP;
  END LOOP;
  RETURN n;
END $$;

-- For whoever leads an office: in which of its files somebody stands who could have been written down since by another office, and
-- which office that is. Nothing of the other person, and nothing for the office that wrote her down.
CREATE FUNCTION app.twin_hints() RETURNS TABLE (case_id uuid, team text, found_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT ON (f.id, t.id) f.id, t.name, k.found_at
    FROM public.likely_pair k
    JOIN public.case_person cp ON cp.person_id = k.other_id
    JOIN public.case_file f ON f.id = cp.case_id AND f.team_id = ANY (app.led_teams())
    JOIN public.case_person n ON n.person_id = k.person_id
    JOIN public.team t ON t.id = n.team_id
   WHERE NOT app.is_my_person(k.person_id) AND app.all_open(k.person_id) AND app.all_open(k.other_id)
     AND k.found_at > app.now() - interval '90 days'
     AND NOT EXISTS (SELECT 1 FROM public.kept_apart a
                       JOIN public.case_person x ON x.case_id = a.case_id JOIN public.case_person y ON y.case_id = a.other_case_id
                      WHERE a.lifted_at IS NULL AND (x.person_id, y.person_id) IN ((k.person_id, k.other_id), (k.other_id, k.person_id)))
   ORDER BY f.id, t.id, k.found_at DESC
$$;

REVOKE ALL ON FUNCTION app.all_open(uuid), app.names_like(uuid), app.find_twins(integer), app.twin_hints() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_twins(integer) TO accompany_job;
GRANT EXECUTE ON FUNCTION app.twin_hints() TO accompany_app;
RESET ROLE;
-- Who stands there already is compared once.
ALTER TABLE public.person_name NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.twin_check NO FORCE ROW LEVEL SECURITY;
INSERT INTO public.twin_check (person_id) SELECT DISTINCT n.person_id FROM public.person_name n WHERE n.text IS NOT NULL AND n.withdrawn_at IS NULL;
ALTER TABLE public.person_name FORCE ROW LEVEL SECURITY;
ALTER TABLE public.twin_check FORCE ROW LEVEL SECURITY;
