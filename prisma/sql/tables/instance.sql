CREATE POLICY admins ON public.instance FOR SELECT TO accompany_app USING ((SELECT app.actor_role()) = 'admin'::public.role);
CREATE POLICY guards ON public.instance FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reads ON public.instance FOR SELECT TO accompany_job USING (true);
GRANT SELECT ON public.instance TO accompany_app, accompany_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON public.instance TO accompany_guard;
