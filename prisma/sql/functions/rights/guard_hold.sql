CREATE OR REPLACE FUNCTION app.guard_hold() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL THEN
    RAISE EXCEPTION 'a hold is lifted once' USING ERRCODE = '42501';
  END IF;
  IF NEW.lifted_by IS DISTINCT FROM app.worker_id()
     OR NEW.lifted_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second' THEN
    RAISE EXCEPTION 'the one who lifts a hold signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
