SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_wrong_tries() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH tried AS (
    SELECT st.id, st.organisation_id
      FROM (SELECT (e.detail ->> 'staffId')::uuid AS staff_id
              FROM public.audit_event e
             WHERE e.event = 'session.refused' AND e.at > app.now() - interval '24 hours' AND e.detail ->> 'staffId' IS NOT NULL
             GROUP BY 1 HAVING pg_catalog.count(*) >= 10) t
      JOIN public.staff st ON st.id = t.staff_id AND st.active
  ), told AS (
    INSERT INTO public.notice (staff_id, kind)
    SELECT t.id, 'sign_in_tried' FROM tried t
    UNION
    SELECT admin.id, 'colleague_tried' FROM tried t
      JOIN public.staff admin ON admin.organisation_id = t.organisation_id AND admin.role = 'admin' AND admin.active AND admin.id <> t.id
    EXCEPT
    SELECT n.staff_id, n.kind FROM public.notice n
     WHERE n.kind IN ('sign_in_tried', 'colleague_tried') AND n.created_at > app.now() - interval '24 hours'
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM told
$$;
GRANT EXECUTE ON FUNCTION app.tell_wrong_tries() TO accompany_job;
