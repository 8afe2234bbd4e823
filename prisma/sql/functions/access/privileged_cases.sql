SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.privileged_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}')
    FROM (SELECT f.id FROM public.case_file f
           WHERE f.worker_id = app.worker_id() AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases()))
          UNION
          SELECT m.case_id FROM public.case_member m
           WHERE m.staff_id = app.worker_id() AND m.privileged AND m.kind <> 'guest' AND m.valid_from <= app.now()
             AND (m.valid_until IS NULL OR m.valid_until > app.now())) c
$$;
GRANT EXECUTE ON FUNCTION app.privileged_cases() TO accompany_app;
