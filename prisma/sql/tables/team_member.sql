CREATE POLICY admin_delete ON public.team_member FOR DELETE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND staff_id <> (SELECT app.actor_id())
    AND (staff_id IN (SELECT s.id FROM public.staff s)));
CREATE POLICY admin_insert ON public.team_member FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND staff_id <> (SELECT app.actor_id())
    AND (staff_id IN (SELECT s.id FROM public.staff s)) AND (team_id IN (SELECT t.id FROM public.team t)));
CREATE POLICY admin_update ON public.team_member FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND staff_id <> (SELECT app.actor_id())
    AND (staff_id IN (SELECT s.id FROM public.staff s)));
CREATE POLICY guards ON public.team_member FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.team_member FOR SELECT TO accompany_app USING (staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY signs_in ON public.team_member FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE (leads) ON public.team_member TO accompany_app;
GRANT INSERT, SELECT ON public.team_member TO accompany_auth;
GRANT DELETE, INSERT, SELECT ON public.team_member TO accompany_guard;
CREATE TRIGGER join_merged AFTER INSERT ON public.team_member FOR EACH ROW EXECUTE FUNCTION app.join_merged();
