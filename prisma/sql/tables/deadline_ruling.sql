CREATE POLICY guards ON public.deadline_ruling FOR SELECT TO accompany_guard USING (true);
CREATE POLICY own ON public.deadline_ruling FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY say ON public.deadline_ruling FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.worker_id())
    AND (SELECT app.actor_role()) = 'coordinator'::public.role);
GRANT INSERT, SELECT ON public.deadline_ruling TO accompany_app;
GRANT SELECT (created_at, id, kind, organisation_id, periods, rule_id) ON public.deadline_ruling TO accompany_guard;
