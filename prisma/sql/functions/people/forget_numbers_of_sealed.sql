-- Someone who comes into a sealed file, or whose file is sealed, is found by no number any more (docs/adr/0133).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_numbers_of_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.person_identifier i SET number_mark = NULL, tail_mark = NULL WHERE i.person_id = NEW.person_id;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_numbers_of_sealed() TO accompany_owner;
