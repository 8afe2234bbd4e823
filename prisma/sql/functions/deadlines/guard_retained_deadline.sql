CREATE OR REPLACE FUNCTION app.guard_retained_deadline() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.status <> 'open' OR NEW.retained_rule_id IS NULL THEN
    RAISE EXCEPTION 'only an open deadline is kept against another edition' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
