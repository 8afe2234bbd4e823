CREATE POLICY signed ON public.detention_episode AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.detention_episode TO accompany_app;
GRANT SELECT (id, xmin) ON public.detention_episode TO accompany_guard;
