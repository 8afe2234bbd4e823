CREATE OR REPLACE FUNCTION app.person_links()
  RETURNS TABLE (child regclass, table_name text, link text, keys text[], of_file boolean, of_circle boolean)
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT c.conrelid::pg_catalog.regclass, r.relname::text, a.attname::text,
         ARRAY(SELECT k.attname::text FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY u(n, at)
                 JOIN pg_catalog.pg_attribute k ON k.attrelid = r.oid AND k.attnum = u.n ORDER BY u.at),
         EXISTS (SELECT 1 FROM pg_catalog.pg_attribute f WHERE f.attrelid = r.oid AND f.attname = 'case_id' AND NOT f.attisdropped),
         EXISTS (SELECT 1 FROM pg_catalog.pg_attribute f WHERE f.attrelid = r.oid AND f.attname = 'circle_case_id' AND NOT f.attisdropped)
    FROM pg_catalog.pg_constraint c
    JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_catalog.pg_index i ON i.indrelid = r.oid AND i.indisprimary
   -- But the merges themselves, and what the machine found and finds again.
   WHERE c.contype = 'f' AND c.confrelid = 'public.person'::pg_catalog.regclass AND r.relname NOT IN ('person_merge', 'likely_pair', 'twin_check')
   ORDER BY r.relname, a.attname
$$;
GRANT EXECUTE ON FUNCTION app.person_links() TO accompany_guard;
