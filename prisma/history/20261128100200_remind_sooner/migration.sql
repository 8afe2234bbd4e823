-- A file may learn something that speaks for a shorter period (detention on the day of notification). The deadline stays as it was
-- counted until a person says so; its reminders may come sooner at once, and never later than counted.
GRANT UPDATE (remind_on) ON public.deadline TO accompany_app;
CREATE FUNCTION app.guard_reminding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  counted date := (OLD.explanation #>> '{verdict,remindOn}')::date;
BEGIN
  IF OLD.status <> 'open' OR NEW.remind_on > counted OR (NEW.remind_on IS NULL AND counted IS NOT NULL) THEN
    RAISE EXCEPTION 'an open deadline reminds no later than it was counted' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_reminding() FROM PUBLIC;
CREATE TRIGGER guard_reminding BEFORE UPDATE OF remind_on
  ON public.deadline FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_reminding();
