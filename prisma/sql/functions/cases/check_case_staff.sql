-- Anyone who is made worker or member belongs to the organisation, and is no admin.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_case_staff() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE staff uuid; organisation uuid;
BEGIN
  IF TG_TABLE_NAME = 'case_file' THEN
    staff := NEW.worker_id;
    SELECT t.organisation_id INTO organisation FROM public.team t WHERE t.id = NEW.team_id;
  ELSE
    staff := NEW.staff_id;
    SELECT t.organisation_id INTO organisation
      FROM public.case_file f JOIN public.team t ON t.id = f.team_id WHERE f.id = NEW.case_id;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.staff s
                  WHERE s.id = staff AND s.organisation_id = organisation AND s.role <> 'admin' AND s.active
                    AND (TG_TABLE_NAME = 'case_member' OR s.role <> 'guest')) THEN
    RAISE EXCEPTION 'this colleague cannot hold the file' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.check_case_staff() TO accompany_owner;
