-- What a policy cannot say because it would need the old row and the new one together.
CREATE OR REPLACE FUNCTION app.guard_case_file() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.created_by <> OLD.created_by THEN
    RAISE EXCEPTION 'a file keeps its identity' USING ERRCODE = '42501';
  END IF;
  IF (NEW.worker_id <> OLD.worker_id OR NEW.team_id <> OLD.team_id)
     AND NOT (OLD.team_id = ANY (app.led_teams())) THEN
    RAISE EXCEPTION 'only the coordinator of the team hands a file over' USING ERRCODE = '42501';
  END IF;
  -- Read as the application: a team of another organisation is not there.
  IF NEW.team_id <> OLD.team_id AND NOT EXISTS (SELECT 1 FROM public.team t WHERE t.id = NEW.team_id) THEN
    RAISE EXCEPTION 'a file stays in its organisation' USING ERRCODE = '42501';
  END IF;
  IF NEW.secrecy <> OLD.secrecy AND 'sealed' IN (NEW.secrecy, OLD.secrecy) THEN
    RAISE EXCEPTION 'a file is sealed when it is opened, or never' USING ERRCODE = '42501';
  END IF;
  IF NEW.secrecy = 'open' AND OLD.secrecy <> 'open' AND NOT (OLD.team_id = ANY (app.led_teams())) THEN
    RAISE EXCEPTION 'only the coordinator of the team opens a restricted file up' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
