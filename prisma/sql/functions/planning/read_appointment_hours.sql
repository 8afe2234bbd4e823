-- What a calendar program may know of the appointments to which a colleague goes along or at which they interpret: day and hours. No person, no code, no kind, no place,
-- and nothing of files that are not open to the whole office. `revision` grows with each change, so that calendars take it over.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.read_appointment_hours(hash text)
  RETURNS TABLE (uid text, on_date date, starts_at text, ends_at text, revision int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(c.id::text || a.subject_id::text, 'UTF8')), 'hex'),
         a.on_day, a.starts_at, a.ends_at, a.revision
    FROM public.calendar_feed c
    JOIN public.staff s ON s.id = c.staff_id AND s.active AND s.role IN ('caseworker', 'coordinator')
    JOIN public.appointment a ON s.id IN (a.companion_id, a.booked_staff_id)
    JOIN public.case_file f ON f.id = a.case_id
   WHERE c.secret_hash = hash AND c.revoked_at IS NULL AND f.secrecy = 'open'
     AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']) AND app.reaches(s.id, f.id)
     AND a.state = 'planned' AND a.mistake IS NULL
     AND a.on_day BETWEEN (app.now() - interval '31 days')::date AND (app.now() + interval '183 days')::date
     AND NOT EXISTS (SELECT FROM public.appointment later
                      WHERE later.case_id = a.case_id AND later.subject_id = a.subject_id AND later.revision > a.revision)
   ORDER BY a.on_day, a.id
   LIMIT 200
$$;
GRANT EXECUTE ON FUNCTION app.read_appointment_hours(text) TO accompany_auth;
