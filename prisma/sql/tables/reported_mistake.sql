CREATE POLICY guards ON public.reported_mistake FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.reported_mistake FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
    AND (created_by = (SELECT app.actor_id()) OR (SELECT app.actor_role()) = 'admin'::public.role));
CREATE POLICY report_one ON public.reported_mistake FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.actor_id()) AND outcome IS NULL);
GRANT INSERT, SELECT ON public.reported_mistake TO accompany_app;
GRANT SELECT, UPDATE (answer, answered_at, answered_by, outcome) ON public.reported_mistake TO accompany_guard;
