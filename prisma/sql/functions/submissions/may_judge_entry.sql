-- Who may judge what waits about a file: the file has to be within reach at this moment, given to a colleague or not.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_judge_entry(file uuid, given uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND CASE WHEN f.secrecy = 'open'
                             THEN f.team_id = ANY (app.led_teams()) OR (given = app.worker_id() AND f.id = ANY (app.my_cases()))
                             ELSE f.id = ANY (app.member_cases()) END)
$$;
GRANT EXECUTE ON FUNCTION app.may_judge_entry(uuid, uuid) TO accompany_app;
