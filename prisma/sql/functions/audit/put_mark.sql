-- A mark of a row as it stands, and whether the row is what its last mark says, but for columns that came later.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.put_mark(of_table text, place text, standing jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE grain bytea := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
BEGIN
  UPDATE public.row_mark SET salt = NULL WHERE table_name = of_table AND row_key = place AND salt IS NOT NULL;
  INSERT INTO public.row_mark (txid, by_role, table_name, row_key, version, digest, salt)
  VALUES (app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint, SESSION_USER, of_table, place,
          COALESCE(standing ->> 'version', standing ->> 'revision')::bigint,
          pg_catalog.sha256(grain || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(standing)::text, 'UTF8')), grain);
END $$;
GRANT EXECUTE ON FUNCTION app.put_mark(text, text, jsonb) TO accompany_owner;
