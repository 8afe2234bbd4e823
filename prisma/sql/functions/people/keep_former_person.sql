SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_former_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.person_former_value (id, person_id, subject_id, field, value, became, txid)
  SELECT pg_catalog.gen_random_uuid(), OLD.id, OLD.id, c.field, c.was, c.is_now,
         app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint
    FROM (VALUES ('sex', OLD.sex, NEW.sex), ('interpreter_need', OLD.interpreter_need, NEW.interpreter_need)) c(field, was, is_now)
   WHERE c.was <> c.is_now;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_former_person() TO accompany_owner;
