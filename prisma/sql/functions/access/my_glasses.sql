-- Which openings concern the actor: their own, those of files whose circle they are in, those of the office they lead.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.my_glasses() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(g.id), '{}')
    FROM public.glass g JOIN public.case_file f ON f.id = g.case_id, app.worker_id() me
   WHERE me IS NOT NULL
     AND (g.staff_id = me
          OR g.case_id = ANY (app.member_cases())
          OR (f.secrecy = 'open' AND f.worker_id = me)
          OR f.team_id = ANY (app.led_teams()))
$$;
GRANT EXECUTE ON FUNCTION app.my_glasses() TO accompany_app;
