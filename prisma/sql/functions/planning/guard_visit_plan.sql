CREATE OR REPLACE FUNCTION app.guard_visit_plan() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.state = 'cancelled' OR (OLD.state = 'published' AND NEW.state = 'draft') THEN
    RAISE EXCEPTION 'what others have seen is not taken back in silence' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
