SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_former_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.person_former_value (id, person_id, subject_id, field, value, became, txid)
  SELECT pg_catalog.gen_random_uuid(), OLD.id, OLD.id, f.field, pg_catalog.to_jsonb(OLD) ->> f.field, pg_catalog.to_jsonb(NEW) ->> f.field,
         app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint
    FROM app.person_fields() f WHERE pg_catalog.to_jsonb(OLD) ->> f.field <> pg_catalog.to_jsonb(NEW) ->> f.field;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_former_person() TO accompany_owner;
