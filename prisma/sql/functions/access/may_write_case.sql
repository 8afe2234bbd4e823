-- May the actor write in this file? The policies work and circle_work of case_file, for what hangs on a file by another column.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_write_case(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT app.worker_id() IS NOT NULL
     AND EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases())))
$$;
GRANT EXECUTE ON FUNCTION app.may_write_case(uuid) TO accompany_app;
