-- AlterTable
ALTER TABLE "calendar_feed" ADD COLUMN     "deadlines" BOOLEAN NOT NULL DEFAULT false;

-- What an address shows is chosen when it is made: one that was passed on never begins to show more.
GRANT SELECT (deadlines), INSERT (deadlines) ON public.calendar_feed TO accompany_app;
GRANT SELECT (deadlines) ON public.calendar_feed TO accompany_guard;
GRANT SELECT (version) ON public.deadline TO accompany_guard;

SET ROLE accompany_guard;
-- On which days somebody's files have deadlines, and how many: no file, no rule, no severity. It is asked after
-- app.read_calendar, which counts the fetches. Files she holds or covers, also restricted and sealed ones: a number on a
-- day says nothing of them, and a calendar that leaves some out would be trusted all the same.
CREATE FUNCTION app.read_deadline_days(hash text)
  RETURNS TABLE (uid text, on_date date, amount int, revision int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(c.id::text || d.remind_on::text, 'UTF8')), 'hex'),
         d.remind_on,
         (pg_catalog.count(*) FILTER (WHERE d.status = 'open'))::int,
         pg_catalog.sum(d.version)::int
    FROM public.calendar_feed c
    JOIN public.staff s ON s.id = c.staff_id AND s.active AND s.role IN ('caseworker', 'coordinator')
    JOIN public.case_file f
      ON (f.worker_id = s.id
          OR EXISTS (SELECT 1 FROM public.case_member m
                      WHERE m.case_id = f.id AND m.staff_id = s.id AND m.kind = 'cover' AND m.valid_from <= app.now()
                        AND (m.valid_until IS NULL OR m.valid_until > app.now())))
     AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
    JOIN public.deadline d ON d.case_id = f.id
   WHERE c.secret_hash = hash AND c.revoked_at IS NULL AND c.deadlines
     AND d.remind_on BETWEEN (app.now() - interval '31 days')::date AND (app.now() + interval '366 days')::date
     AND app.reaches(s.id, f.id)
   GROUP BY c.id, d.remind_on
  HAVING pg_catalog.bool_or(d.status = 'open')
   ORDER BY d.remind_on
   LIMIT 200
$$;
REVOKE ALL ON FUNCTION app.read_deadline_days(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.read_deadline_days(text) TO accompany_auth;
RESET ROLE;
