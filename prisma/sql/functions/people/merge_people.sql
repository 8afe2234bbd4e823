-- Everything of the one becomes the other's, in the caller's name: in one word what became of it. fields: the columns of
-- app.person_fields as chosen, others stay as they are; first: whose name as said is shown first.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.merge_people(which uuid, keep uuid, absorb uuid, why text, fields jsonb, first uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE link record; answers jsonb; had uuid[]; more uuid[];
BEGIN
  IF keep = absorb OR NOT app.is_my_person(keep) OR NOT app.is_my_person(absorb) THEN RETURN 'notFound'; END IF;
  -- In the order of everyone who writes in a file: the files, then the people.
  PERFORM 1 FROM public.case_file f WHERE f.id IN (SELECT cp.case_id FROM public.case_person cp WHERE cp.person_id IN (keep, absorb))
    ORDER BY f.id FOR SHARE;
  PERFORM 1 FROM public.person h WHERE h.id IN (keep, absorb) ORDER BY h.id FOR UPDATE;
  IF NOT app.is_my_person(keep) OR NOT app.is_my_person(absorb) THEN RETURN 'notFound'; END IF;
  IF NOT app.may_merge(ARRAY[keep, absorb]) THEN RETURN 'notNow'; END IF;
  answers := app.answers_of(keep);
  SELECT COALESCE(pg_catalog.array_agg(cp.case_id), '{}') INTO had FROM public.case_person cp WHERE cp.person_id = keep;
  FOR link IN SELECT l.* FROM app.person_links() l WHERE l.of_circle LOOP
    EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.array_agg(id), ''{}'') FROM %s WHERE %I = $1', link.child, link.link) INTO more USING keep;
    had := had || more;
  END LOOP;
  INSERT INTO public.person_merge (id, kept_id, absorbed_id, because, merged_by, before, after, knew)
  SELECT which, keep, absorb, why, app.worker_id(), answers,
         pg_catalog.jsonb_object_agg(a.key, COALESCE(fields -> a.key, a.value)), had FROM pg_catalog.jsonb_each(answers) a;
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
  PERFORM app.write_answers(keep, fields);
  PERFORM app.settle_words(ARRAY[keep, absorb]);
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.merge_people(uuid, uuid, uuid, text, jsonb, uuid) TO accompany_app;
