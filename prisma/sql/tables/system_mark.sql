CREATE POLICY admins ON public.system_mark FOR SELECT TO accompany_app USING ((SELECT app.actor_role()) = 'admin'::public.role);
CREATE POLICY guards ON public.system_mark FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reads ON public.system_mark FOR SELECT TO accompany_job USING (true);
GRANT SELECT ON public.system_mark TO accompany_app, accompany_job;
GRANT INSERT, SELECT, UPDATE ON public.system_mark TO accompany_guard;
