CREATE POLICY change ON public.accreditation FOR UPDATE TO accompany_app
  USING (staff_id <> (SELECT app.actor_id()) AND (staff_id IN (SELECT s.id FROM public.staff s))
    AND ((SELECT app.actor_role()) = 'admin'::public.role
      OR (staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[])))));
CREATE POLICY own ON public.accreditation FOR SELECT TO accompany_app USING (staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY set ON public.accreditation FOR INSERT TO accompany_app
  WITH CHECK (staff_id <> (SELECT app.actor_id()) AND (staff_id IN (SELECT s.id FROM public.staff s))
    AND ((SELECT app.actor_role()) = 'admin'::public.role
      OR (staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[])))));
GRANT INSERT, SELECT, UPDATE (note, valid_until, version) ON public.accreditation TO accompany_app;
