-- Two days that somebody set herself and that nobody was told of: when to ask again about a referral, and when to look again at
-- what holds a file.

-- 1. The next contact of a referral -----------------------------------------------------------------------------------------
-- It is what the last step that stands says: a later step takes its place, one that was taken back says nothing. By the rights of
-- whoever asks: she sees what row-level security shows her.

GRANT SELECT (next_on, on_day) ON public.referral_step TO accompany_guard;

CREATE FUNCTION app.next_contacts(since date, until date)
  RETURNS TABLE (case_id uuid, referral_id uuid, next_on date)
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT s.case_id, s.referral_id, s.next_on
    FROM public.referral_step s
   WHERE s.next_on BETWEEN since AND until AND s.kind <> 'taken_back'
     AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id)
     AND NOT EXISTS (SELECT FROM public.referral_step n
                      WHERE n.case_id = s.case_id AND n.referral_id = s.referral_id AND n.kind <> 'taken_back'
                        AND (n.on_day, n.id) > (s.on_day, s.id)
                        AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = n.case_id AND b.takes_back = n.id))
     AND NOT EXISTS (SELECT FROM public.referral r
                      WHERE r.case_id = s.case_id AND r.subject_id = s.referral_id AND r.mistake IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION app.next_contacts(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.next_contacts(date, date) TO accompany_app, accompany_guard;

SET ROLE accompany_guard;
-- As before, and with the next contacts of referrals: a number on a day still says nothing of whose it is.
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

-- 2. The day on which somebody meant to look again at a hold ------------------------------------------------------------------
-- Once for each hold and colleague who works in the file: who else reads it is told of nothing, nor who left its circle.
CREATE FUNCTION app.remind_holds() RETURNS integer
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
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM said
$$;
REVOKE ALL ON FUNCTION app.remind_holds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.remind_holds() TO accompany_job;
RESET ROLE;
GRANT SELECT (review_on) ON public.legal_hold TO accompany_guard;
