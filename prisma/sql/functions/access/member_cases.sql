SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.member_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.case_id), '{}')
    FROM app.live_session() a JOIN public.case_member m ON m.staff_id = a.staff_id
   WHERE a.role IN ('caseworker', 'coordinator')
     AND m.kind <> 'guest'
     AND m.valid_from <= app.now()
     AND (m.valid_until IS NULL OR m.valid_until > app.now())
$$;
GRANT EXECUTE ON FUNCTION app.member_cases() TO accompany_app;
