CREATE OR REPLACE FUNCTION app.guard_withdrawal() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
    RAISE EXCEPTION 'a claim is withdrawn once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
