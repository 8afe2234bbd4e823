SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.close_calendars() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.calendar_feed SET revoked_at = app.now() WHERE staff_id = NEW.staff_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.close_calendars() TO accompany_owner;
