SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.ask_for_duplicates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.twin_check (person_id) VALUES (NEW.person_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.ask_for_duplicates() TO accompany_owner;
