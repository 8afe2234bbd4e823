-- Written by app.apply_edition alone. Of the mail server only admins and the jobs know; the rest is for everyone of the organisation.
CREATE POLICY own ON public.setting FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (key <> 'mail.server' OR (SELECT app.actor_role()) = 'admin'::public.role));
CREATE POLICY signs_in ON public.setting FOR SELECT TO accompany_auth USING (true);
CREATE POLICY guards ON public.setting FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.setting TO accompany_app, accompany_auth;
GRANT DELETE, INSERT, SELECT, UPDATE ON public.setting TO accompany_guard;
