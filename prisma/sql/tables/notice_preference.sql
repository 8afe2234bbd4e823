CREATE POLICY mails ON public.notice_preference FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY own ON public.notice_preference FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT, UPDATE (digest, quiet_from, quiet_until, version) ON public.notice_preference TO accompany_app;
GRANT SELECT, INSERT (digested_at, staff_id), UPDATE (digested_at) ON public.notice_preference TO accompany_auth;
