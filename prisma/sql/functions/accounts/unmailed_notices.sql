-- What has not gone out by mail: counts by colleague and kind, no file, for the role that knows the addresses.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.unmailed_notices()
  RETURNS TABLE (staff_id uuid, kind text, unread integer, newest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT n.staff_id, n.kind, pg_catalog.count(*)::integer, pg_catalog.max(n.created_at)
    FROM public.notice n JOIN public.staff s ON s.id = n.staff_id
   WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND s.active
     AND (n.case_id IS NULL OR app.reaches(n.staff_id, n.case_id))
   GROUP BY n.staff_id, n.kind
$$;
GRANT EXECUTE ON FUNCTION app.unmailed_notices() TO accompany_auth;
