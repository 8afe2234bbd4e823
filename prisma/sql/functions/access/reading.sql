-- One row for each reason. `works`: may be given something to do in the file.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.reading(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT st.id, 'worker', NULL::timestamptz, true
    FROM public.case_file f JOIN public.staff st ON st.id = f.worker_id
   WHERE f.id = file AND st.active AND st.role IN ('caseworker', 'coordinator')
     AND (f.secrecy = 'open' OR EXISTS (
            SELECT 1 FROM public.case_member m
             WHERE m.case_id = f.id AND m.staff_id = st.id AND m.kind <> 'guest' AND m.valid_from <= app.now()
               AND (m.valid_until IS NULL OR m.valid_until > app.now())))
  UNION ALL
  SELECT st.id, m.kind, m.valid_until, m.kind <> 'guest'
    FROM public.case_member m JOIN public.staff st ON st.id = m.staff_id
   WHERE m.case_id = file AND st.active
     AND (CASE WHEN m.kind = 'guest' THEN st.role = 'guest' ELSE st.role IN ('caseworker', 'coordinator') END)
     AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now())
  UNION ALL
  SELECT st.id, 'coordinator', NULL::timestamptz, true
    FROM public.case_file f
    JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
    JOIN public.staff st ON st.id = t.staff_id
   WHERE f.id = file AND st.active AND st.role = 'coordinator' AND f.secrecy = 'open'
  UNION ALL
  SELECT st.id, 'glass', g.expires_at, false
    FROM public.glass g
    JOIN public.case_file f ON f.id = g.case_id AND f.secrecy = 'restricted'
    JOIN public.staff st ON st.id = g.staff_id
   WHERE g.case_id = file AND st.active AND st.role IN ('caseworker', 'coordinator')
     AND g.at > app.now() - interval '4 hours' AND g.at <= app.now() AND g.expires_at > app.now()
$$;
