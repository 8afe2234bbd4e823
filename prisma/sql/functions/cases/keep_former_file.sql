SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_former_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.case_former_value (id, case_id, field, value, became, replaced_by)
  SELECT pg_catalog.gen_random_uuid(), OLD.id, c.field, c.was, c.is_now, app.actor_id()
    FROM (VALUES ('kind', OLD.kind, NEW.kind), ('status', OLD.status, NEW.status), ('risk', OLD.risk, NEW.risk),
                 ('secrecy', OLD.secrecy, NEW.secrecy)) c(field, was, is_now)
   WHERE c.was <> c.is_now;
  IF (OLD.next_step_cipher, OLD.next_step_on) IS DISTINCT FROM (NEW.next_step_cipher, NEW.next_step_on) THEN
    INSERT INTO public.case_former_value (id, case_id, field, cipher, revision, on_day, replaced_by)
    VALUES (pg_catalog.gen_random_uuid(), OLD.id, 'next_step', OLD.next_step_cipher, OLD.next_step_revision, OLD.next_step_on, app.actor_id());
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_former_file() TO accompany_owner;
