-- refuses such a circle (42P17). "Do I reach this person already?" is asked behind the policies instead, in the same
-- words as the policies reach and circle of case_person.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_my_person(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_person cp
                  WHERE cp.person_id = person
                    AND (cp.case_id = ANY (app.my_cases()) OR cp.team_id = ANY (app.led_teams()))
                    AND (cp.secrecy = 'open' OR cp.case_id = ANY (app.member_cases())))
$$;
GRANT EXECUTE ON FUNCTION app.is_my_person(uuid) TO accompany_app;
