-- No one learns anything about a file they do not read themselves.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.readers_of(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT r.staff_id, r.reason, r.until, r.works
    FROM app.reading(file) r
   WHERE EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()) OR f.id = ANY (app.glass_cases()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases()) OR f.id = ANY (app.glass_cases())))
$$;
GRANT EXECUTE ON FUNCTION app.readers_of(uuid) TO accompany_app;
