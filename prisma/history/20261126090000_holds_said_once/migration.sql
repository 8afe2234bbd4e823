-- Two runs of the reminders at one moment each saw that nothing was said yet, and said a hold twice. A key makes the second one
-- give way: whoever did not see the other's row is told to start anew (40001), and by then it is said.
DELETE FROM public.notice n USING public.notice o
 WHERE n.kind = 'hold_review' AND o.kind = n.kind AND o.staff_id = n.staff_id AND o.case_id = n.case_id AND o.id < n.id
   AND (o.created_at AT TIME ZONE 'Europe/Brussels')::date = (n.created_at AT TIME ZONE 'Europe/Brussels')::date;
CREATE UNIQUE INDEX notice_hold_once ON public.notice
  (staff_id, case_id, ((created_at AT TIME ZONE 'Europe/Brussels')::date)) WHERE kind = 'hold_review';

SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.remind_holds() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH said AS (
    INSERT INTO public.notice (staff_id, kind, case_id)
    SELECT DISTINCT x.staff_id, 'hold_review', h.case_id
      FROM public.legal_hold h CROSS JOIN LATERAL app.reading(h.case_id) x
     WHERE h.lifted_at IS NULL AND x.works AND h.review_on <= (app.now() AT TIME ZONE 'Europe/Brussels')::date
       AND NOT EXISTS (SELECT FROM public.notice n
                        WHERE n.staff_id = x.staff_id AND n.case_id = h.case_id AND n.kind = 'hold_review'
                          AND (n.created_at AT TIME ZONE 'Europe/Brussels')::date >= h.review_on)
    ON CONFLICT DO NOTHING
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM said
$$;
RESET ROLE;
