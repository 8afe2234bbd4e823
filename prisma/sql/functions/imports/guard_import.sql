-- From one state to the next, and the days of them by the clock of the database.
CREATE OR REPLACE FUNCTION app.guard_import() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.forgotten_at IS NOT NULL AND NEW.state <> OLD.state AND NEW.state NOT IN ('undoing', 'undone') THEN
    RAISE EXCEPTION 'what stood in this table is gone' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state THEN
    IF NOT (OLD.state || ' ' || NEW.state = ANY (ARRAY[
         'brought checking', 'checking brought', 'checking checked', 'checked brought', 'checked checking', 'checked running',
         'running stopped', 'running done', 'stopped running', 'stopped undoing', 'done undoing', 'undoing undone'])) THEN
      RAISE EXCEPTION 'an import does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
    END IF;
    IF NEW.state = 'undoing' AND OLD.ended_at < app.now() - interval '7 days' THEN
      RAISE EXCEPTION 'the days to take it back are over' USING ERRCODE = '42501';
    END IF;
    NEW.started_at := CASE WHEN NEW.state = 'running' THEN COALESCE(OLD.started_at, app.now()) ELSE OLD.started_at END;
    NEW.ended_at := CASE WHEN NEW.state IN ('stopped', 'done') THEN app.now() WHEN NEW.state = 'running' THEN NULL ELSE OLD.ended_at END;
    NEW.undone_at := CASE WHEN NEW.state = 'undone' THEN app.now() ELSE OLD.undone_at END;
  END IF;
  RETURN NEW;
END $$;
