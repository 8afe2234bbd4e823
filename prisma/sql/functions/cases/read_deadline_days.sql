-- As before, and with the next contacts of referrals: a number on a day still says nothing of whose it is.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.read_deadline_days(hash text)
  RETURNS TABLE (uid text, on_date date, amount int, revision int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH span AS (SELECT (app.now() - interval '31 days')::date AS since, (app.now() + interval '366 days')::date AS until),
  mine AS (
    SELECT c.id AS feed_id, f.id AS case_id
      FROM public.calendar_feed c
      JOIN public.staff s ON s.id = c.staff_id AND s.active AND s.role IN ('caseworker', 'coordinator')
      JOIN public.case_file f
        ON (f.worker_id = s.id
            OR EXISTS (SELECT 1 FROM public.case_member m
                        WHERE m.case_id = f.id AND m.staff_id = s.id AND m.kind = 'cover' AND m.valid_from <= app.now()
                          AND (m.valid_until IS NULL OR m.valid_until > app.now())))
       AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
       AND f.secrecy = 'open'
     WHERE c.secret_hash = hash AND c.revoked_at IS NULL AND c.deadlines AND app.reaches(s.id, f.id)),
  dated AS (
    SELECT m.feed_id, d.remind_on AS on_date, d.status = 'open' AS is_open, d.version
      FROM mine m JOIN public.deadline d ON d.case_id = m.case_id, span
     WHERE d.remind_on BETWEEN span.since AND span.until
    UNION ALL
    SELECT m.feed_id, n.next_on, true, 1
      FROM span CROSS JOIN LATERAL app.next_contacts(span.since, span.until) n JOIN mine m ON m.case_id = n.case_id)
  SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(d.feed_id::text || d.on_date::text, 'UTF8')), 'hex'),
         d.on_date,
         (pg_catalog.count(*) FILTER (WHERE d.is_open))::int,
         pg_catalog.sum(d.version)::int
    FROM dated d
   GROUP BY d.feed_id, d.on_date
  HAVING pg_catalog.bool_or(d.is_open)
   ORDER BY d.on_date
   LIMIT 200
$$;
GRANT EXECUTE ON FUNCTION app.read_deadline_days(text) TO accompany_auth;
