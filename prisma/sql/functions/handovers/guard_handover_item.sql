CREATE OR REPLACE FUNCTION app.guard_handover_item() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT OLD.team_id = ANY (app.led_teams())
     AND (OLD.state <> 'draft' OR (NEW.state, NEW.to_staff_id, NEW.member_id, NEW.task_ids, NEW.plan_ids)
                     IS DISTINCT FROM (OLD.state, OLD.to_staff_id, OLD.member_id, OLD.task_ids, OLD.plan_ids)) THEN
    RAISE EXCEPTION 'the one who leaves writes the note, and nothing else' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state IN ('accepted', 'declined') THEN
    RAISE EXCEPTION 'the one who was asked answers' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('accepted', 'skipped', 'undone') AND NEW.state NOT IN (OLD.state, 'undone') THEN
    RAISE EXCEPTION 'what was answered is answered' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
