CREATE POLICY delivers ON public.head_copy FOR ALL TO accompany_job USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.head_copy FOR SELECT TO accompany_guard USING (true);
GRANT SELECT ON public.head_copy TO accompany_guard;
GRANT INSERT, SELECT, UPDATE ON public.head_copy TO accompany_job;
