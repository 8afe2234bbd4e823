CREATE OR REPLACE FUNCTION app.guard_correction() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'a request is answered once' USING ERRCODE = '42501';
  END IF;
  IF NEW.answered_by IS DISTINCT FROM app.worker_id()
     OR NEW.answered_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second' THEN
    RAISE EXCEPTION 'the one who answers signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
