-- For oneself: the circles that would have fewer than two left. What one is told before leaving.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.held_circles() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT f.id), '{}')
    FROM public.case_file f
   WHERE f.id = ANY (app.member_cases()) AND f.secrecy <> 'open'
     AND EXISTS (SELECT 1 FROM app.lasting_members(f.id) x(id) WHERE x.id = app.worker_id())
     AND (SELECT pg_catalog.count(*) FROM app.lasting_members(f.id) x(id) WHERE x.id <> app.worker_id()) < 2
$$;
GRANT EXECUTE ON FUNCTION app.held_circles() TO accompany_app;
