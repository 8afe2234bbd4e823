CREATE OR REPLACE FUNCTION app.guard_handover() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (('draft', 'sent'), ('sent', 'undone')) THEN
    RAISE EXCEPTION 'a hand-over is prepared, sent, undone' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'sent' AND NEW.sent_by IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'a hand-over is sent under one''s own name' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'undone' AND app.now() > OLD.sent_at + interval '24 hours' THEN
    RAISE EXCEPTION 'a hand-over is undone within a day' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
