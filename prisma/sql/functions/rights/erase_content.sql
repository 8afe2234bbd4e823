-- Erases a file: its keys, everything that hangs on it, and anyone who stands in no other one. What was counted stays to be counted, on a
-- file and on people that never were. A table of a later room goes by its reference to the file; no one adds it to a list.
-- In answer how much of what is gone, and the ids by which drafts know it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.erase_content(file uuid, new_code text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record; child record; n bigint; hits uuid[]; ids uuid[] := ARRAY[file]; counts jsonb := '{}';
  empty_file uuid := pg_catalog.gen_random_uuid(); person uuid; empty_person uuid; alone uuid[]; all_people uuid[]; silent uuid[]; counted uuid[];
BEGIN
  SELECT * INTO f FROM public.case_file c WHERE c.id = file FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF app.is_held(file) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT x.person_id), '{}') INTO all_people
    FROM (SELECT p.person_id FROM public.case_person p WHERE p.case_id = file
          UNION SELECT e.person_id FROM public.encounter e WHERE e.case_id = file) x;
  SELECT COALESCE(pg_catalog.array_agg(x.id), '{}') INTO alone
    FROM pg_catalog.unnest(all_people) x(id)
   WHERE NOT EXISTS (SELECT 1 FROM public.case_person p WHERE p.person_id = x.id AND p.case_id <> file);

  -- How much there is, and by which ids.
  FOR child IN
    SELECT c.conrelid::pg_catalog.regclass AS child_table, r.relname, a.attname AS link,
           pg_catalog.has_column_privilege('accompany_guard', c.conrelid, a.attname, 'SELECT') AS counted,
           COALESCE((SELECT pg_catalog.has_column_privilege('accompany_guard', c.conrelid, i.attname, 'SELECT')
                       FROM pg_catalog.pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'id'), false) AS named
      FROM pg_catalog.pg_constraint c
      JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'public.case_file'::pg_catalog.regclass AND r.relname <> 'file_erasure'
  LOOP
    CONTINUE WHEN NOT child.counted;
    EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE %I = $1', child.child_table, child.link) INTO n USING file;
    IF n > 0 THEN
      counts := counts || pg_catalog.jsonb_build_object(child.relname, n + COALESCE((counts ->> child.relname)::bigint, 0));
    END IF;
    CONTINUE WHEN NOT child.named;
    EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.array_agg(id), ''{}'') FROM %s WHERE %I = $1', child.child_table, child.link)
      INTO hits USING file;
    ids := ids || hits;
  END LOOP;

  -- The keys, and the list that a restore replays.
  SELECT COALESCE(pg_catalog.array_agg(g.id), '{}') INTO hits FROM public.glass g WHERE g.case_id = file;
  DELETE FROM public.wrapped_key k
   WHERE (k.holder_kind IN ('file', 'vault') AND k.holder_id = file) OR (k.holder_kind = 'glass' AND k.holder_id = ANY (hits))
      OR (k.holder_kind = 'person' AND k.holder_id = ANY (alone));
  INSERT INTO public.erasure (id, holder_kind, holder_id)
  SELECT pg_catalog.gen_random_uuid(), x.kind, x.id
    FROM (SELECT 'file' AS kind, file AS id UNION ALL SELECT 'vault', file UNION ALL SELECT 'glass', pg_catalog.unnest(hits)
          UNION ALL SELECT 'person', pg_catalog.unnest(alone)) x
   WHERE NOT EXISTS (SELECT 1 FROM public.erasure e WHERE e.holder_kind = x.kind AND e.holder_id = x.id);

  -- Anyone who did not want to be counted is not counted without their no either.
  SELECT COALESCE(pg_catalog.array_agg(l.id), '{}') INTO silent
    FROM app.left_out_of('infinity') l(id) WHERE l.id = ANY (all_people);
  DELETE FROM public.encounter e WHERE e.case_id = file AND e.person_id = ANY (silent);
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}') INTO counted
    FROM app.people_to_count((app.now() AT TIME ZONE 'Europe/Brussels')::date, (app.now() AT TIME ZONE 'Europe/Brussels')::date) c(id)
   WHERE c.id = ANY (all_people);

  -- What is counted moves to a file and to people that never were, readable by no one: sealed, and without a member.
  INSERT INTO public.case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, closed_on, created_by)
  VALUES (empty_file, new_code, f.kind, 'archived', 'low', 'sealed', f.team_id, f.worker_id, f.opened_on, f.closed_on, f.worker_id);
  n := 0;
  FOREACH person IN ARRAY all_people LOOP
    CONTINUE WHEN NOT EXISTS (SELECT 1 FROM public.encounter e WHERE e.case_id = file AND e.person_id = person);
    empty_person := pg_catalog.gen_random_uuid();
    INSERT INTO public.person (id, code, created_by) VALUES (empty_person, new_code, f.worker_id);
    UPDATE public.encounter e SET person_id = empty_person WHERE e.case_id = file AND e.person_id = person;
    -- Their yes goes along as a bare yes: only with it is no one counted. The day on which it was said stays, as that of a meeting does.
    INSERT INTO public.consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form,
                                given_by, is_minor, created_by)
    SELECT pg_catalog.gen_random_uuid(), empty_file, empty_person, 'statistics', 'house', '{}', 'given', pg_catalog.min(c.asked_on), 'und',
           'not_noted', 'spoken', 'self', false, f.worker_id
      FROM public.consent c
     WHERE person = ANY (counted) AND c.person_id = person AND c.purpose = 'statistics' AND c.answer = 'given'
    HAVING pg_catalog.count(*) > 0;
  END LOOP;
  UPDATE public.encounter e SET case_id = empty_file, note_cipher = NULL, language = NULL WHERE e.case_id = file;
  GET DIAGNOSTICS n = ROW_COUNT;
  UPDATE public.encounter_item i SET case_id = empty_file WHERE i.case_id = file;
  UPDATE public.encounter_finer i SET case_id = empty_file WHERE i.case_id = file;
  UPDATE public.signal s SET case_id = empty_file, note_cipher = NULL, answer_cipher = NULL WHERE s.case_id = file;
  UPDATE public.file_erasure e SET case_id = empty_file WHERE e.case_id = file;

  DELETE FROM public.case_file c WHERE c.id = file;
  DELETE FROM public.person p WHERE p.id = ANY (alone);
  RETURN pg_catalog.jsonb_build_object('gone', counts - 'encounter' - 'encounter_item' - 'encounter_finer' - 'signal' - 'case_person',
    'people', pg_catalog.cardinality(alone), 'elsewhere', pg_catalog.cardinality(all_people) - pg_catalog.cardinality(alone),
    'kept', n, 'ids', pg_catalog.to_jsonb(ids || all_people));
END $$;
GRANT EXECUTE ON FUNCTION app.erase_content(uuid, text) TO accompany_owner;
