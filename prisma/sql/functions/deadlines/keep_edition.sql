CREATE OR REPLACE FUNCTION app.keep_edition() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  -- Its wording may be corrected (docs/adr/0120): no date is counted by it.
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{title,note}'::text[] = to_jsonb(OLD) - '{title,note}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an edition of a rule stays as it was: raise the edition' USING ERRCODE = '42501';
END $$;
