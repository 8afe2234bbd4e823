-- What a note said before it was corrected is kept by the database, so that no path to a note can forget it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_note_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.note_revision (note_id, version, case_id, kind, happened_on, body_cipher, privileged)
  VALUES (OLD.id, OLD.version, OLD.case_id, OLD.kind, OLD.happened_on, OLD.body_cipher, OLD.privileged);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_note_revision() TO accompany_owner;
