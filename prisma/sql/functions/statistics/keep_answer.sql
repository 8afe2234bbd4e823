-- An answer is the last word, and nothing is ever taken out.
CREATE OR REPLACE FUNCTION app.keep_answer() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'an answered request never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_answer() TO accompany_guard;
