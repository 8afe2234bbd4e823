CREATE POLICY signed ON public.case_closing AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.case_closing TO accompany_app;
GRANT SELECT (id, xmin) ON public.case_closing TO accompany_guard;
GRANT SELECT (id, case_id, kind, reason, created_at, team_id, secrecy) ON public.case_closing TO accompany_count;
