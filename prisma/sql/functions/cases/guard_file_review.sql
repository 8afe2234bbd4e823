-- A review is signed by the one who makes it; taking one's own back puts back what stood there before.
CREATE OR REPLACE FUNCTION app.guard_file_review() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF app.actor_role() <> 'coordinator' THEN
    RAISE EXCEPTION 'only a coordinator reviews a file' USING ERRCODE = '42501';
  END IF;
  IF NEW.last_reviewed_by IS DISTINCT FROM app.worker_id() AND OLD.last_reviewed_by IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'nobody reviews under another name' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
