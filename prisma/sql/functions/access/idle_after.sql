-- How long a session of a role may rest; an organisation can only make it shorter.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.idle_after(role public.role, organisation uuid) RETURNS interval
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.make_interval(mins => CASE WHEN role IN ('coordinator', 'admin')
           THEN LEAST(15, (s.value ->> 'wide')::int) ELSE LEAST(30, (s.value ->> 'own')::int) END)
    FROM (SELECT 1) one LEFT JOIN public.setting s ON s.organisation_id = organisation AND s.key = 'signIn.idle'
$$;
GRANT EXECUTE ON FUNCTION app.idle_after(public.role, uuid) TO accompany_auth;
