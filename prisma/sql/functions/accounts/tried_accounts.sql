SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tried_accounts() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT st.id FROM app.live_session() a
    JOIN public.staff st ON st.organisation_id = a.organisation_id
   WHERE a.role = 'admin'
     AND 10 <= (SELECT pg_catalog.count(*) FROM public.audit_event e
                 WHERE e.event = 'session.refused' AND e.at > app.now() - interval '24 hours' AND e.detail ->> 'staffId' = st.id::text)
$$;
GRANT EXECUTE ON FUNCTION app.tried_accounts() TO accompany_app;
