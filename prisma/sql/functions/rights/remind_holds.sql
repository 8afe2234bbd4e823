-- Once for each hold and colleague who works in the file: who else reads it is told of nothing, nor who left its circle.
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
GRANT EXECUTE ON FUNCTION app.remind_holds() TO accompany_job;
