CREATE POLICY guards ON public.submission FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.submission FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT SELECT, UPDATE (cipher, draft_id, enc, judged_at, kept_until, outcome, reason) ON public.submission TO accompany_app;
GRANT DELETE, SELECT (after_id, arrived_at, cipher, draft_id, enc, hash, id, key_id, kept_until, outcome, request_id, seq, staff_id, store_id), UPDATE (kept_until), INSERT (after_id, cipher, device_at, enc, form,
  hash, id, key_id, request_id, seq, staff_id, state, store_id, written_at) ON public.submission TO accompany_guard;
