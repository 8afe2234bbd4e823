-- Whoever needs a new password may have lost more than a password: her calendar addresses close with her sessions.
GRANT UPDATE (revoked_at) ON public.calendar_feed TO accompany_guard;
SET ROLE accompany_guard;
CREATE FUNCTION app.close_calendars() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.calendar_feed SET revoked_at = app.now() WHERE staff_id = NEW.staff_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.close_calendars() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.close_calendars() TO accompany_owner;
RESET ROLE;
CREATE TRIGGER close_calendars AFTER UPDATE OF used_at ON public.password_reset
  FOR EACH ROW WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION app.close_calendars();
