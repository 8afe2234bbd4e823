CREATE POLICY guards ON public.release_key FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reads ON public.release_key FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
GRANT INSERT, SELECT, UPDATE (ended_at) ON public.release_key TO accompany_guard;
