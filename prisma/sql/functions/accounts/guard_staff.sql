CREATE OR REPLACE FUNCTION app.guard_staff() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.id = app.actor_id() THEN
    IF NEW.role <> OLD.role OR NEW.active <> OLD.active THEN
      RAISE EXCEPTION 'nobody changes her own role' USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.name <> OLD.name OR NEW.locale IS DISTINCT FROM OLD.locale OR NEW.languages <> OLD.languages THEN
    RAISE EXCEPTION 'a name is changed by the person it belongs to' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
