-- Open deadlines of open files that remind until a day, one row for each colleague who works in the file and for what they
-- is to it, with the last stage that was said to them. Ids, days and codes: the job reads no file and no name.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.deadlines_to_remind(horizon date)
  RETURNS TABLE (deadline_id uuid, severity text, remind_on date, remind jsonb, known_at timestamptz,
                 staff_id uuid, recipient text, told_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.id, d.severity, d.remind_on, r.remind, d.created_at, x.staff_id,
         CASE WHEN x.reason IN ('worker', 'coordinator') THEN x.reason
              WHEN x.reason = 'cover' THEN 'deputy'
              -- A restricted file has no coordinator but the one who is of its circle.
              WHEN EXISTS (SELECT 1 FROM public.team_member t
                            WHERE t.team_id = f.team_id AND t.staff_id = x.staff_id AND t.leads) THEN 'coordinator'
              ELSE 'member' END,
         (SELECT pg_catalog.max(m.stage_on) FROM public.deadline_reminder m
           WHERE m.deadline_id = d.id AND m.staff_id = x.staff_id)
    FROM public.deadline d
    JOIN public.deadline_rule r ON r.id = d.rule_id
    JOIN public.case_file f ON f.id = d.case_id
    CROSS JOIN LATERAL app.reading(d.case_id) x
   WHERE d.status = 'open' AND d.remind_on <= horizon AND x.works
     AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
   ORDER BY d.id, x.staff_id
$$;
GRANT EXECUTE ON FUNCTION app.deadlines_to_remind(date) TO accompany_job;
