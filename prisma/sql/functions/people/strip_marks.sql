-- Letters with marks: what is written when the mark is left out, and what is heard with it.
CREATE OR REPLACE FUNCTION app.strip_marks(t text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
  RETURN pg_catalog.regexp_replace(pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.regexp_replace(pg_catalog.normalize(t, 'NFKD'), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđıəŋɓɗƙƴðħ', 'oldienbdkydh'), '[^a-z* ]', '', 'g');
GRANT EXECUTE ON FUNCTION app.strip_marks(text) TO accompany_app, accompany_guard;
