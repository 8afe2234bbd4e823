-- Whoever tries a code learns nothing from how long the answer takes. A policy is computed when a row is found and not before: a
-- sealed file answered some microseconds later than a code that nobody has. Here whom the actor reaches is read first, and the
-- policies look only at files that she reaches.

SET ROLE accompany_guard;

-- The files that bear a code and that the actor reads: the policies reach and circle of case_file.
CREATE FUNCTION app.seen_by_code(asked text) RETURNS uuid[]
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
REVOKE ALL ON FUNCTION app.seen_by_code(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seen_by_code(text) TO accompany_app;
RESET ROLE;
