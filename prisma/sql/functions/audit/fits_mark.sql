SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.fits_mark(of_table text, place text, standing jsonb, later text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT m.digest IN (
                            pg_catalog.sha256(m.salt || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing)::text, 'UTF8')),
                            pg_catalog.sha256(m.salt || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing - later)::text, 'UTF8')))
                     FROM public.row_mark m WHERE m.table_name = of_table AND m.row_key = place ORDER BY m.seq DESC LIMIT 1), false)
$$;
GRANT EXECUTE ON FUNCTION app.fits_mark(text, text, jsonb, text[]) TO accompany_owner;
