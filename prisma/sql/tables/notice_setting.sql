CREATE POLICY mails ON public.notice_setting FOR SELECT TO accompany_auth USING (true);
CREATE POLICY own ON public.notice_setting FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT, UPDATE (way) ON public.notice_setting TO accompany_app;
GRANT SELECT ON public.notice_setting TO accompany_auth;
