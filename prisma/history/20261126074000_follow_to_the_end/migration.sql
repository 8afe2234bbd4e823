-- Whoever was merged may have been merged with somebody who was merged since: what is written late goes the whole way.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.follow_merge() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE row_now jsonb := pg_catalog.to_jsonb(NEW); kept uuid; condition text;
BEGIN
  WITH RECURSIVE way AS (
    SELECT m.kept_id, 1 AS step FROM public.person_merge m
     WHERE m.absorbed_id = (row_now ->> TG_ARGV[0])::uuid AND m.undone_at IS NULL
    UNION ALL SELECT m.kept_id, w.step + 1 FROM way w
      JOIN public.person_merge m ON m.absorbed_id = w.kept_id AND m.undone_at IS NULL)
  SELECT w.kept_id INTO kept FROM way w ORDER BY w.step DESC LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT pg_catalog.string_agg(pg_catalog.format('%I = %L', k, row_now ->> k), ' AND ') INTO condition
    FROM app.person_links() l, pg_catalog.unnest(l.keys) k WHERE l.child = TG_RELID AND l.link = TG_ARGV[0];
  EXECUTE pg_catalog.format('UPDATE %s SET %I = $1 WHERE %s', TG_RELID::pg_catalog.regclass, TG_ARGV[0], condition) USING kept;
  RETURN NULL;
END $$;
RESET ROLE;
