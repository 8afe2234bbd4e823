-- How often finer values were named in conversations of open files, in bands, for admins: of one value nothing below ten is told, not even none.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.finer_usage() RETURNS TABLE (value_id uuid, band text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT v.id, CASE WHEN u.times < 10 THEN 'few' WHEN u.times < 100 THEN 'tens' WHEN u.times < 1000 THEN 'hundreds' ELSE 'thousands' END
    FROM public.list_value v
   CROSS JOIN LATERAL (SELECT pg_catalog.count(*) AS times FROM public.encounter_finer f WHERE f.own_id = v.id AND f.secrecy = 'open') u
   WHERE app.actor_role() = 'admin' AND v.organisation_id = app.organisation_id()
$$;
GRANT EXECUTE ON FUNCTION app.finer_usage() TO accompany_app;
