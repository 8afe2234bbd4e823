CREATE POLICY signed ON public.sheet_given AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.sheet_given TO accompany_app;
GRANT SELECT (id, xmin) ON public.sheet_given TO accompany_guard;
GRANT SELECT (id, case_id, subject_id, revision, mistake, language, given_on, created_at, team_id, secrecy) ON public.sheet_given TO
  accompany_count;
