CREATE POLICY among_colleagues ON public.share_opening AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
GRANT SELECT ON public.share_opening TO accompany_app;
GRANT INSERT (case_id, share_id), SELECT (id, share_id, xmin) ON public.share_opening TO accompany_guard;
