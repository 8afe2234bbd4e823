SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_sealed_name() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NEW.text IS NOT NULL AND EXISTS (
       SELECT 1 FROM public.case_person cp WHERE cp.person_id = NEW.person_id AND cp.secrecy = 'sealed') THEN
    RAISE EXCEPTION 'names in a sealed file are sealed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.check_sealed_name() TO accompany_owner;
