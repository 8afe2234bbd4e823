CREATE OR REPLACE FUNCTION app.guard_reminding() RETURNS trigger
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
