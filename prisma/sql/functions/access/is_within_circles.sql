SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_within_circles(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.bool_and(cp.secrecy <> 'open'), false)
    FROM public.case_person cp
   WHERE cp.person_id = person
     AND (cp.case_id = ANY (app.my_cases()) OR cp.team_id = ANY (app.led_teams()))
     AND (cp.secrecy = 'open' OR cp.case_id = ANY (app.member_cases()))
$$;
GRANT EXECUTE ON FUNCTION app.is_within_circles(uuid) TO accompany_app;
