CREATE POLICY own ON public.receipt FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT, UPDATE (answer) ON public.receipt TO accompany_app;
