-- The columns of a person that have one value at a time: those that the application may change, beside the counter of versions.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.person_fields() RETURNS TABLE (field text)
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT a.attname::text FROM pg_catalog.pg_attribute a
   WHERE a.attrelid = 'public.person'::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'version'
     AND pg_catalog.has_column_privilege('accompany_app', a.attrelid, a.attnum, 'UPDATE')
$$;
