-- An opening bears its time to the millisecond, rounded: asking whether it has begun could hide it for half of one.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.glass_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(g.case_id), '{}')
    FROM app.live_session() a
    JOIN public.glass g ON g.staff_id = a.staff_id
    JOIN public.case_file f ON f.id = g.case_id
   WHERE a.role IN ('caseworker', 'coordinator')
     AND f.secrecy = 'restricted'
     AND g.at > app.now() - interval '4 hours' AND g.expires_at > app.now()
$$;
GRANT EXECUTE ON FUNCTION app.glass_cases() TO accompany_app;
