-- An age is a person's, and a person may be in several files: counted in one order, so that two who correct ages do not wait
-- for each other.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_danger_of_ages() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE people uuid[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.person_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.person_id END];
BEGIN
  PERFORM app.count_danger(f.case_id, 'ages')
     FROM (SELECT DISTINCT cp.case_id FROM public.case_person cp WHERE cp.person_id = ANY (people) ORDER BY cp.case_id) f;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_danger_of_ages() TO accompany_owner;
