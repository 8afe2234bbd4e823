-- One row whose key names the person: it moves, or gives way to the one that stands there already.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.move_keyed(which uuid, link record, keep uuid, absorb uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one jsonb; present jsonb; became jsonb; condition text;
BEGIN
  FOR one IN EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %I = $1', link.child, link.link) USING absorb LOOP
    SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('%I = %L', k, one ->> k), ' AND '), 'true') INTO condition
      FROM pg_catalog.unnest(link.keys) k WHERE k <> link.link;
    EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x) FROM %s x WHERE %s AND %I = $1', link.child, condition, link.link)
      INTO present USING keep;
    became := NULL;
    IF present IS NOT NULL AND link.table_name = 'case_person' THEN
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
    IF present IS NULL THEN
      EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s AND %I = $2', link.child, link.link, condition, link.link) USING keep, absorb;
    ELSE
      EXECUTE pg_catalog.format('DELETE FROM %s WHERE %s AND %I = $1', link.child, condition, link.link) USING absorb;
    END IF;
    INSERT INTO public.person_merge_row (id, merge_id, table_name, link, row_key, was, kept_was, kept_became)
    VALUES (pg_catalog.gen_random_uuid(), which, link.table_name, link.link,
            (SELECT pg_catalog.jsonb_object_agg(k, one ->> k) FROM pg_catalog.unnest(link.keys) k WHERE k <> link.link),
            CASE WHEN present IS NOT NULL THEN one END, CASE WHEN became IS NOT NULL THEN present END, became);
  END LOOP;
END $$;
