CREATE POLICY guards ON public.session FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.session FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE (last_seen_at, revoked_at, second_step_at, second_step_due, stepped_up_at, token_hash) ON public.session TO accompany_auth;
GRANT SELECT, UPDATE (expires_at, last_seen_at, revoked_at, second_step_due) ON public.session TO accompany_guard;
