SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.seen_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT app.my_cases() || app.glass_cases() $$;
GRANT EXECUTE ON FUNCTION app.seen_cases() TO accompany_app;
