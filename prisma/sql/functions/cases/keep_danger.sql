-- What changed says which part is counted again.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_danger() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM app.count_danger(OLD.case_id, TG_ARGV[0]); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.case_id IS DISTINCT FROM OLD.case_id) THEN
    PERFORM app.count_danger(NEW.case_id, TG_ARGV[0]);
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_danger() TO accompany_owner;
