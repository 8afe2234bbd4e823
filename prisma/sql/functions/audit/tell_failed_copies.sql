-- The admins are told once a day that a copy could not be delivered.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_failed_copies() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH told AS (
    INSERT INTO public.notice (staff_id, kind)
    SELECT st.id, 'audit_copy_failed' FROM public.staff st
     WHERE st.role = 'admin' AND st.active
       AND EXISTS (SELECT FROM public.head_copy h WHERE h.failed_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM public.notice n WHERE n.staff_id = st.id AND n.kind = 'audit_copy_failed'
                                                     AND n.created_at > app.now() - interval '24 hours')
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM told
$$;
GRANT EXECUTE ON FUNCTION app.tell_failed_copies() TO accompany_job;
