SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_silence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM app.count_silence(OLD.case_id);
  ELSIF TG_TABLE_NAME = 'case_file' THEN
    PERFORM app.count_silence(NEW.id);
  ELSE
    PERFORM app.count_silence(NEW.case_id);
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_silence() TO accompany_owner;
