-- Takes a merge back, whatever was written since: what was of the absorbed person goes with them as it now reads, and so does what
-- was written since in the files that are theirs alone. What can be neither's alone stays with the one who was kept, and is listed.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.undo_merge(which uuid) RETURNS TABLE (said text, conflicts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  m record; link record; l record; n bigint; present jsonb; condition text; theirs uuid[]; stays jsonb := '[]';
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
  -- The files that the absorbed person alone brought, and that are still there.
  SELECT COALESCE(pg_catalog.array_agg(cp.case_id), '{}') INTO theirs
    FROM public.person_merge_row r JOIN public.case_person cp ON cp.case_id = (r.row_key ->> 'case_id')::uuid AND cp.person_id = m.kept_id
   WHERE r.merge_id = which AND r.table_name = 'case_person' AND r.was IS NULL;
  IF pg_catalog.cardinality(theirs) = 0 AND NOT EXISTS (
       SELECT 1 FROM public.person_merge_row r JOIN public.case_file f ON f.id = (r.row_key ->> 'case_id')::uuid
        WHERE r.merge_id = which AND r.table_name = 'case_person' AND r.was IS NOT NULL) THEN
    RETURN QUERY SELECT 'over', NULL::jsonb; RETURN;
  END IF;
  -- First of all, so that what moves to them is not sent after them again.
  UPDATE public.person_merge x SET undone_by = app.worker_id(), undone_at = app.now(), conflicts = stays WHERE x.id = which;

  FOR link IN SELECT p.* FROM app.person_links() p ORDER BY p.table_name = 'case_person', p.table_name LOOP
    IF link.link = ANY (link.keys) OR NOT 'id' = ANY (link.keys) THEN
      FOR l IN SELECT r.* FROM public.person_merge_row r WHERE r.merge_id = which AND r.table_name = link.table_name AND r.link = link.link
                 -- Their place in a file of both first: the words of their names go with them afterwards.
                ORDER BY r.was IS NULL LOOP
        SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('%I = %L', e.key, e.value), ' AND '), 'true') INTO condition
          FROM pg_catalog.jsonb_each_text(l.row_key) e;
        EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %s AND %I = $1', link.child, condition, link.link)
          INTO present USING m.kept_id;
        CONTINUE WHEN present IS NULL;
        IF l.was IS NULL THEN
          EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s AND %I = $2', link.child, link.link, condition, link.link)
            USING m.absorbed_id, m.kept_id;
          CONTINUE;
        END IF;
        EXECUTE pg_catalog.format('INSERT INTO %s SELECT (pg_catalog.jsonb_populate_record(NULL::%s, $1)).*', link.child, link.child) USING l.was;
        CONTINUE WHEN l.kept_was IS NULL;
        IF present ->> 'version' = l.kept_became ->> 'version' THEN
          UPDATE public.case_person p SET version = p.version + 1, role = l.kept_was ->> 'role', basis = l.kept_was ->> 'basis',
                 since = (l.kept_was ->> 'since')::date, until = (l.kept_was ->> 'until')::date, left_because = l.kept_was ->> 'left_because'
           WHERE p.case_id = (l.row_key ->> 'case_id')::uuid AND p.person_id = m.kept_id;
        ELSE
          stays := stays || pg_catalog.jsonb_build_object('what', 'place', 'count', 1);
        END IF;
      END LOOP;
      IF link.of_file AND link.table_name <> 'case_person' THEN
        EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I = $2 AND x.case_id = ANY ($3)', link.child, link.link, link.link)
          USING m.absorbed_id, m.kept_id, theirs;
      END IF;
    ELSE
      EXECUTE pg_catalog.format(
        'UPDATE %s x SET %I = $1 FROM public.person_merge_row r
          WHERE r.merge_id = $2 AND r.table_name = $3 AND r.link = $4 AND r.row_id = x.id AND x.%I = $5', link.child, link.link, link.link)
        USING m.absorbed_id, which, link.table_name, link.link, m.kept_id;
      IF link.of_file OR link.of_circle THEN
        EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I = $2 AND x.%I = ANY ($3)', link.child, link.link,
          link.link, CASE WHEN link.of_file THEN 'case_id' ELSE 'circle_case_id' END)
          USING m.absorbed_id, m.kept_id, theirs;
      END IF;
      IF link.of_circle THEN
        -- Said of them since, by anyone who took both for one: it cannot be told of whom.
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
  present := app.answers_of(m.kept_id);
  FOR l IN SELECT b.key FROM pg_catalog.jsonb_each(m.before) b
            WHERE present -> b.key <> m.after -> b.key AND b.value <> m.after -> b.key LOOP
    stays := stays || pg_catalog.jsonb_build_object('what', l.key, 'count', 1);
  END LOOP;
  PERFORM app.write_answers(m.kept_id, (SELECT pg_catalog.jsonb_object_agg(b.key, b.value) FROM pg_catalog.jsonb_each(m.before) b
                                         WHERE present -> b.key = m.after -> b.key));
  PERFORM app.settle_words(ARRAY[m.kept_id, m.absorbed_id]);
  UPDATE public.person_merge x SET conflicts = stays WHERE x.id = which;
  RETURN QUERY SELECT 'ok', stays;
END $$;
GRANT EXECUTE ON FUNCTION app.undo_merge(uuid) TO accompany_app;
