SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_danger_of_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM app.count_danger(NEW.id, 'all');
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_danger_of_file() TO accompany_owner;
