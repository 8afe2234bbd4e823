-- A row of the proposal says of the file what the certificate will say.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.fill_erasure() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  SELECT t.organisation_id, f.team_id, f.secrecy = 'open', f.kind, f.closed_on
    INTO NEW.organisation_id, NEW.team_id, NEW.was_open, NEW.file_kind, NEW.closed_on
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE f.id = NEW.case_id AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a closed file is erased' USING ERRCODE = '23514';
  END IF;
  IF app.is_held(NEW.case_id) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.fill_erasure() TO accompany_owner;
