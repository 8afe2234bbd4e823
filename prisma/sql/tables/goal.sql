CREATE POLICY signed ON public.goal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'open');
CREATE POLICY signed_work ON public.goal AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (ended_by IS NULL OR ended_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (ended_at, ended_by, state, text_cipher, text_revision, version) ON public.goal TO accompany_app;
GRANT SELECT (id, xmin) ON public.goal TO accompany_guard;
