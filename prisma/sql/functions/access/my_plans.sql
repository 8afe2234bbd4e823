-- The plans that name the actor; whether they may see one yet, its policy says.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_plans() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(v.plan_id), '{}')
    FROM public.visit_plan_visitor v WHERE v.staff_id = app.worker_id() AND v.goes
$$;
GRANT EXECUTE ON FUNCTION app.my_plans() TO accompany_app;
