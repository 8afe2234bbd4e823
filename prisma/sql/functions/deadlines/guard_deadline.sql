-- What was computed stays; an open deadline is closed or superseded once.
CREATE OR REPLACE FUNCTION app.guard_deadline() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.status <> 'open' OR NEW.status = 'open' OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a deadline is closed or superseded once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
