-- Of what a colleague stored 24 months ago or longer, numbers from one to ten go, and the totals that they could be worked out from: of a figure that
-- lost a part, what is told of all rows or of all columns. For good; the term is here and not with the one who asks. Says how many were changed.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.blank_old_runs() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE n integer;
BEGIN
  IF app.job() IS DISTINCT FROM 'reports' THEN
    RAISE EXCEPTION 'only the job for reports blanks stored numbers' USING ERRCODE = '42501';
  END IF;
  WITH old AS (
    SELECT r.id, r.cells FROM public.report_run r WHERE r.counted_at < app.now() - interval '24 months' FOR UPDATE
  ), cell AS (
    SELECT o.id, line.at AS line, line.told ->> 'value' AS value, one.at AS place, own.told ->> 'column' AS figure, own.told ->> 'split' AS split,
           CASE WHEN pg_catalog.jsonb_typeof(one.told) = 'number' THEN one.told::numeric END AS number
      FROM old o,
           pg_catalog.jsonb_array_elements(o.cells -> 'rows') WITH ORDINALITY line(told, at),
           pg_catalog.jsonb_array_elements(line.told -> 'cells') WITH ORDINALITY one(told, at),
           LATERAL (SELECT o.cells -> 'columns' -> (one.at::integer - 1)) own(told)
  ), seen AS (
    SELECT c.*, COALESCE(c.number BETWEEN 1 AND 10, false) AS is_small,
           pg_catalog.bool_or(c.number BETWEEN 1 AND 10 AND (c.value IS NOT NULL OR c.split IS NOT NULL)) OVER figure AS has_small,
           pg_catalog.bool_or(c.split IS NOT NULL) OVER figure AS is_split
      FROM cell c WINDOW figure AS (PARTITION BY c.id, c.figure)
  ), blanked AS (
    SELECT s.id, s.line, s.value,
           pg_catalog.jsonb_agg(
             CASE WHEN s.is_small OR (s.has_small AND (s.value IS NULL OR (s.split IS NULL AND s.is_split))) THEN 'null'::jsonb
                  ELSE COALESCE(pg_catalog.to_jsonb(s.number), 'null'::jsonb) END ORDER BY s.place) AS cells
      FROM seen s GROUP BY s.id, s.line, s.value
  ), made AS (
    SELECT b.id, pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('value', b.value, 'cells', b.cells) ORDER BY b.line) AS lines
      FROM blanked b GROUP BY b.id
  )
  UPDATE public.report_run r SET cells = pg_catalog.jsonb_set(r.cells, '{rows}', m.lines)
    FROM made m WHERE m.id = r.id AND r.cells -> 'rows' IS DISTINCT FROM m.lines;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION app.blank_old_runs() TO accompany_job;
