-- After every run of migrations (scripts/database.mjs): tables that are new are taken stock of, rows whose table changed its shape are
-- marked anew if they are what their mark says. A row that is not keeps its mark, so that a migration hides nothing. A table that was
-- made anew, or filled from an archive before its triggers were there, gets its trigger back.
CREATE OR REPLACE PROCEDURE app.watch_rows()
  LANGUAGE plpgsql SET search_path = '' SET timezone = 'UTC' SET bytea_output = 'hex'
AS $$
DECLARE t record; known text[]; later text[]; place text; condition text;
BEGIN
  FOR t IN
    SELECT c.oid, c.relname::text AS name,
           ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname) AS columns,
           EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = '_leave_mark') AS has_trigger,
           ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k(n, at)
                   JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n ORDER BY k.at) AS keys
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND c.relkind = 'r' AND c.relforcerowsecurity
       AND c.relname NOT IN (SELECT u.table_name FROM app.unwatched() u)
     ORDER BY c.relname
  LOOP
    known := app.watched_columns(t.name);
    CONTINUE WHEN known IS NOT DISTINCT FROM t.columns AND t.has_trigger;
    later := ARRAY(SELECT pg_catalog.unnest(t.columns) EXCEPT SELECT pg_catalog.unnest(known));
    place := (SELECT pg_catalog.string_agg(pg_catalog.format('x.%I::text', k), ' || ''/'' || ') FROM pg_catalog.unnest(t.keys) k);
    -- What was taken out of a table can no longer be held against its marks.
    condition := CASE WHEN known IS NULL OR NOT known <@ t.columns THEN 'true'
                      ELSE pg_catalog.format('app.fits_mark(%L, %s, pg_catalog.to_jsonb(x), %L::text[])', t.name, place, later) END;
    IF known IS DISTINCT FROM t.columns THEN
      EXECUTE pg_catalog.format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', t.name);
      EXECUTE pg_catalog.format('SELECT app.put_mark(%L, %s, pg_catalog.to_jsonb(x)) FROM public.%I x WHERE %s', t.name, place, t.name, condition);
      EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t.name);
    END IF;
    EXECUTE pg_catalog.format('DROP TRIGGER IF EXISTS _leave_mark ON public.%I', t.name);
    -- Before every other one: what they change in the same row is marked after it.
    EXECUTE pg_catalog.format('CREATE TRIGGER _leave_mark AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.leave_mark(%s)',
      t.name, (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(k), ', ') FROM pg_catalog.unnest(t.keys) k));
    PERFORM app.note_watch(t.name, t.columns);
  END LOOP;
END $$;
