SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.copy_scope() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  SELECT f.team_id, f.secrecy INTO NEW.team_id, NEW.secrecy FROM public.case_file f WHERE f.id = NEW.case_id;
  IF NOT FOUND THEN
    -- No one leads this team and no one is a member: the policy refuses it like any file out of reach.
    NEW.team_id := '00000000-0000-0000-0000-000000000000';
    NEW.secrecy := 'sealed';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
