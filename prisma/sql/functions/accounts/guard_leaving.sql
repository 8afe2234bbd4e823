SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.guard_leaving() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF app.holds_something(NEW.id) THEN
    RAISE EXCEPTION 'a colleague hands over what she holds before she leaves' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.guard_leaving() TO accompany_owner;
