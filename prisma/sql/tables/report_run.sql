CREATE POLICY add ON public.report_run FOR INSERT TO accompany_app 
  WITH CHECK (staff_id = (SELECT app.actor_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
CREATE POLICY guards ON public.report_run FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.report_run FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT ON public.report_run TO accompany_app;
GRANT SELECT (cells, counted_at, id), UPDATE (cells) ON public.report_run TO accompany_guard;
