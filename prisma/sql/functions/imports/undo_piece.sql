-- Takes one piece back: the files, people and keys that its transaction made and that no other transaction has touched since.
-- A row written or changed later by anyone, in the file, about the person or pointing to either, keeps both. Told notices are
-- the machine's and keep nothing. In one word what became of it, and how many are gone and stay.
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
  -- Anyone who writes in one of them now is waited for, and anyone who comes later finds nothing.
  PERFORM 1 FROM public.case_file f WHERE f.id IN (SELECT r.case_id FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at)
    ORDER BY f.id FOR UPDATE;
  PERFORM 1 FROM public.person h WHERE h.id IN (SELECT r.person_id FROM public.import_row r WHERE r.import_id = which AND r.piece = piece_at)
    ORDER BY h.id FOR UPDATE;
  mine := (p.xid % 4294967296)::text::xid;
  IF p.cluster IS DISTINCT FROM (SELECT c.system_identifier FROM pg_catalog.pg_control_system() c) THEN
    -- Restored from an archive: no one knows any more what was touched.
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
GRANT EXECUTE ON FUNCTION app.undo_piece(uuid, integer) TO accompany_app;
