-- The arguments of the trigger are the columns of the primary key.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.leave_mark() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC' SET bytea_output = 'hex'
AS $$
DECLARE
  number bigint := app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint;
  written jsonb := pg_catalog.to_jsonb(NEW);
  stood jsonb := pg_catalog.to_jsonb(OLD);
  place text; old_place text; grain bytea;
BEGIN
  IF TG_OP = 'UPDATE' AND written = stood THEN RETURN NULL; END IF;
  IF TG_OP <> 'DELETE' THEN place := app.place_of(written, VARIADIC TG_ARGV); END IF;
  IF TG_OP <> 'INSERT' THEN
    old_place := app.place_of(stood, VARIADIC TG_ARGV);
    UPDATE public.row_mark SET salt = NULL WHERE table_name = TG_TABLE_NAME AND row_key = old_place AND salt IS NOT NULL;
    IF place IS DISTINCT FROM old_place THEN
      INSERT INTO public.row_mark (txid, by_role, table_name, row_key) VALUES (number, SESSION_USER, TG_TABLE_NAME, old_place);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    grain := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
    INSERT INTO public.row_mark (txid, by_role, table_name, row_key, version, digest, salt)
    VALUES (number, SESSION_USER, TG_TABLE_NAME, place, COALESCE(written ->> 'version', written ->> 'revision')::bigint,
            pg_catalog.sha256(grain || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(written)::text, 'UTF8')), grain);
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.leave_mark() TO accompany_owner;
