CREATE POLICY go_on ON public.review FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator'::public.role);
CREATE POLICY own ON public.review FOR SELECT TO accompany_app USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY start ON public.review FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator'::public.role);
GRANT INSERT, SELECT, UPDATE (finished_at, sent_at, spent_seconds, version) ON public.review TO accompany_app;
