-- A task may be given to a guest of the file too.
CREATE OR REPLACE FUNCTION app.guard_task() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.assigned_to NOT IN (SELECT r.staff_id FROM app.readers_of(NEW.case_id) r WHERE r.works OR r.reason = 'guest') THEN
    RAISE EXCEPTION 'this colleague does not reach the file' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
