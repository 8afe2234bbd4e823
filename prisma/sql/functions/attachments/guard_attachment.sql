CREATE OR REPLACE FUNCTION app.guard_attachment() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a paper that was taken away stays away' USING ERRCODE = '42501';
  END IF;
  IF NEW.scan <> OLD.scan AND (OLD.scan, NEW.scan) <> ('waiting', 'clean') THEN
    RAISE EXCEPTION 'only a scan ends the waiting for it' USING ERRCODE = '42501';
  END IF;
  IF NEW.removed_at IS NOT NULL AND (NEW.removed_by <> app.worker_id()
       OR NEW.removed_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second') THEN
    RAISE EXCEPTION 'the one who takes a paper away signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
