SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.guest_files()
  RETURNS TABLE (case_id uuid, code text, guest_kind text, parts text[], until timestamptz, visit_on date, visit_starts text, place_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT f.id, f.code, m.guest_kind, m.parts, m.valid_until, v.on_date, v.starts_at::text, v.place_id
    FROM app.live_session() a
    JOIN public.case_member m ON m.staff_id = a.staff_id AND m.kind = 'guest'
    JOIN public.case_file f ON f.id = m.case_id
    LEFT JOIN LATERAL (
      SELECT p.on_date, p.starts_at, p.place_id
        FROM public.visit_plan_person pp JOIN public.visit_plan p ON p.id = pp.plan_id
       WHERE pp.case_id = f.id AND p.state = 'published'
         AND p.on_date >= (app.now() AT TIME ZONE 'Europe/Brussels')::date
       ORDER BY p.on_date, p.id LIMIT 1) v ON true
   WHERE a.role = 'guest' AND m.valid_from <= app.now() AND m.valid_until > app.now()
$$;
GRANT EXECUTE ON FUNCTION app.guest_files() TO accompany_app;
