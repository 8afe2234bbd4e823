SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_visits() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(v.visit_id), '{}')
    FROM public.visit_visitor v WHERE v.staff_id = app.worker_id()
$$;
GRANT EXECUTE ON FUNCTION app.my_visits() TO accompany_app;
