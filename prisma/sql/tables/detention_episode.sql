CREATE POLICY signed ON public.detention_episode AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.detention_episode TO accompany_app;
GRANT SELECT (id, case_id, arrest_context, created_at, team_id, secrecy) ON public.detention_episode TO accompany_count;
GRANT SELECT (created_at, id, team_id, xmin) ON public.detention_episode TO accompany_guard;
