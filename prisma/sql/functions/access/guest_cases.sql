-- Files of which a guest was given this part; with null, any part or none.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.guest_cases(part text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.case_id), '{}')
    FROM app.live_session() a JOIN public.case_member m ON m.staff_id = a.staff_id
   WHERE a.role = 'guest'
     AND m.kind = 'guest'
     AND m.valid_from <= app.now() AND m.valid_until > app.now()
     AND (part IS NULL OR part = ANY (m.parts))
$$;
GRANT EXECUTE ON FUNCTION app.guest_cases(text) TO accompany_app;
