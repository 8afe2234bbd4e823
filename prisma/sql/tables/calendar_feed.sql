CREATE POLICY guards ON public.calendar_feed FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.calendar_feed FOR SELECT TO accompany_app USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY own_insert ON public.calendar_feed FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND revoked_at IS NULL);
-- Revoking is for good.
CREATE POLICY own_revoke ON public.calendar_feed FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id())) WITH CHECK (staff_id = (SELECT app.worker_id()) AND revoked_at IS NOT NULL);
GRANT SELECT (created_at, deadlines, fetched_at, id, revoked_at, staff_id), INSERT (deadlines, fetches, id, secret_hash, staff_id),
  UPDATE (revoked_at) ON public.calendar_feed TO accompany_app;
GRANT SELECT (deadlines, fetched_at, fetches, id, revoked_at, secret_hash, staff_id), UPDATE (fetched_at, fetches,
  revoked_at) ON public.calendar_feed TO accompany_guard;
