-- No search_path of its own, so that PostgreSQL writes it out where it stands: its names are bound when it is made.
CREATE OR REPLACE FUNCTION app.pair_key(one text, other text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN LEAST(one, other) || '+' || GREATEST(one, other);
GRANT EXECUTE ON FUNCTION app.pair_key(text, text) TO accompany_app, accompany_guard;
