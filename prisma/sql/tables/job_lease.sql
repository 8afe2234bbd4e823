CREATE POLICY admins ON public.job_lease FOR SELECT TO accompany_app USING ((SELECT app.actor_role()) = 'admin'::public.role);
CREATE POLICY runs ON public.job_lease FOR ALL TO accompany_job USING (true) WITH CHECK (true);
GRANT SELECT ON public.job_lease TO accompany_app;
GRANT INSERT, SELECT, UPDATE ON public.job_lease TO accompany_job;
