-- A quarter is frozen by one statement, beside its rows: nothing of anybody leaves the database for it.

-- HMAC-SHA256 (RFC 2104) with its two padded keys given, cut to four bytes: the number of a person or an event in one
-- snapshot. No SET search_path, so that the planner can write it into the statement (a call a row would take longer than
-- all the rest); every name is qualified instead, and it runs with the rights of whoever calls it.
CREATE FUNCTION app.record_key(inner_pad bytea, outer_pad bytea, words text) RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ('x' || pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(outer_pad || pg_catalog.sha256(
           inner_pad || pg_catalog.convert_to(words, 'UTF8'))), 1, 4), 'hex'))::pg_catalog.bit(32)::int4
$$;
REVOKE EXECUTE ON FUNCTION app.record_key(bytea, bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_key(bytea, bytea, text) TO accompany_job;
