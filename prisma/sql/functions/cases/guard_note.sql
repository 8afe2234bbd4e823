CREATE OR REPLACE FUNCTION app.guard_note() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.author_id IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'a note is corrected by the one who wrote it' USING ERRCODE = '42501';
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a corrected note is the next version' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
