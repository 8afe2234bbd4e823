SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}')
    FROM (SELECT f.id FROM public.case_file f WHERE f.worker_id = app.worker_id()
          UNION
          SELECT pg_catalog.unnest(app.member_cases())) c
$$;
GRANT EXECUTE ON FUNCTION app.my_cases() TO accompany_app;
