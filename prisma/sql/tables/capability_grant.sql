-- Admins see everything that was asked, given and ended; colleagues who holds one now; guests nothing.
CREATE POLICY guards ON public.capability_grant FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.capability_grant FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
    AND ((SELECT app.actor_role()) = 'admin'::public.role
      OR ((SELECT app.actor_role()) <> 'guest'::public.role AND state = 'given' AND ended_at IS NULL
        AND app.end_of_day(ends_on) > (SELECT app.now()))));
GRANT SELECT ON public.capability_grant TO accompany_app;
GRANT INSERT, SELECT, UPDATE (answered_at, answered_by, ended_at, ended_by, state) ON public.capability_grant TO accompany_guard;
