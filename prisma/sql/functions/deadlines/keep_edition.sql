CREATE OR REPLACE FUNCTION app.keep_edition() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  RAISE EXCEPTION 'an edition of a rule stays as it was: raise the edition' USING ERRCODE = '42501';
END $$;
