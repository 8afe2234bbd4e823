-- The files that bear a code and that the actor reads: the policies reach and circle of case_file.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.seen_by_code(asked text) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me uuid := app.worker_id();
  offices uuid[] := app.led_teams();
  named uuid[] := app.member_cases();
  opened uuid[] := app.glass_cases();
BEGIN
  RETURN ARRAY(
    SELECT f.id FROM public.case_file f
     WHERE f.code = asked
       AND (f.id = ANY (named)
            OR (f.secrecy = 'open' AND (f.worker_id = me OR f.team_id = ANY (offices)))
            OR (f.secrecy = 'restricted' AND f.id = ANY (opened))));
END $$;
GRANT EXECUTE ON FUNCTION app.seen_by_code(text) TO accompany_app;
