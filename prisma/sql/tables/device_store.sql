CREATE POLICY guards ON public.device_store FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.device_store FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
CREATE POLICY own_insert ON public.device_store FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND revoked_at IS NULL AND forget_ordered_at IS NULL);
-- Revoking and forgetting are for good.
CREATE POLICY own_end ON public.device_store FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()) AND forget_ordered_at IS NOT NULL);
GRANT SELECT (device_id, forget_ordered_at, forgot_at, id, name, prepared_at, revoked_at, seen_at, staff_id), INSERT (device_id, id, name,
  staff_id, token_hash), UPDATE (forget_ordered_at, revoked_at) ON public.device_store TO accompany_app;
GRANT SELECT (device_id, forget_ordered_at, forgot_at, id, revoked_at, seen_at, staff_id, token_hash), UPDATE (forget_ordered_at, forgot_at,
  seen_at) ON public.device_store TO accompany_guard;
