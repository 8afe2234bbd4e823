SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.place_of(standing jsonb, VARIADIC keys text[]) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$ SELECT pg_catalog.string_agg(standing ->> u.k, '/' ORDER BY u.at) FROM pg_catalog.unnest(keys) WITH ORDINALITY u(k, at) $$;
