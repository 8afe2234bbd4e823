CREATE POLICY signed ON public.legal_mandate AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.legal_mandate TO accompany_app;
GRANT SELECT (id, xmin) ON public.legal_mandate TO accompany_guard;
GRANT SELECT (id, case_id, subject_id, revision, mistake, aid, asked_on, granted_on, ended_on, end_reason, created_at, team_id, secrecy)
  ON public.legal_mandate TO accompany_count;
