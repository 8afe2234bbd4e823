-- The same numbers as before (docs/adr/0054), but written into the statement that asks for them: convert_to is stable, and a
-- function that calls itself immutable is not written in when what it calls is less. A call for each row took ten times as long.
-- By hexadecimal digits and bits, because a cast from bytea to integer exists only from PostgreSQL 18 on (docs/adr/0105).
CREATE OR REPLACE FUNCTION app.record_key(inner_pad bytea, outer_pad bytea, words text) RETURNS int
  LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT ('x' || pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(outer_pad || pg_catalog.sha256(
           inner_pad || pg_catalog.convert_to(words, 'UTF8'))), 1, 4), 'hex'))::pg_catalog.bit(32)::pg_catalog.int4
$$;
