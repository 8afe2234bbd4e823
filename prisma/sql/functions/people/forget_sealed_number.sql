-- A number of someone in a sealed file has no mark to compare, as their name has no words (docs/adr/0133).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_sealed_number() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.person_id = NEW.person_id AND cp.secrecy = 'sealed') THEN
    NEW.number_mark := NULL;
    NEW.tail_mark := NULL;
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_sealed_number() TO accompany_owner;
