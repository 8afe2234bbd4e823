CREATE POLICY add ON public.report_run FOR INSERT TO accompany_app WITH CHECK (staff_id = (SELECT app.actor_id()));
CREATE POLICY reach ON public.report_run FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT ON public.report_run TO accompany_app;
