-- A passkey that comes or goes is told to the account it is of, by whatever way it came.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_passkey() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  -- With the account itself no one is left to be told.
  INSERT INTO public.notice (staff_id, kind)
  SELECT s.id, 'passkey_changed' FROM public.staff s
   WHERE s.id = COALESCE(NEW.staff_id, OLD.staff_id);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.tell_passkey() TO accompany_owner;
