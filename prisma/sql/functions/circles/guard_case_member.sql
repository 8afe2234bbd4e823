CREATE OR REPLACE FUNCTION app.guard_case_member() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.staff_id = app.worker_id()
     AND (NEW.valid_until IS NULL AND OLD.valid_until IS NOT NULL OR NEW.valid_until > OLD.valid_until) THEN
    RAISE EXCEPTION 'nobody lengthens her own stay in a file' USING ERRCODE = '42501';
  END IF;
  IF OLD.kind = 'guest' AND NEW.valid_until > OLD.valid_until THEN
    RAISE EXCEPTION 'a guest who stays longer is let in anew' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
