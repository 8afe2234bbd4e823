-- The finer value is of the list of its kind, of the organisation of the file.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_finer() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.list_value v JOIN public.team t ON t.organisation_id = v.organisation_id JOIN public.case_file f ON f.team_id = t.id
     WHERE f.id = NEW.case_id AND v.id = NEW.own_id
       AND v.list = CASE NEW.kind WHEN 'topic' THEN 'encounter_topic' WHEN 'request' THEN 'encounter_request' WHEN 'action' THEN 'action_type' END) THEN
    RAISE EXCEPTION 'not a value of this list' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.check_finer() TO accompany_owner;
