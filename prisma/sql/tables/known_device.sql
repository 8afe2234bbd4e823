CREATE POLICY guards ON public.known_device FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON public.known_device FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE (last_used_at, token_hash) ON public.known_device TO accompany_auth;
GRANT DELETE, SELECT ON public.known_device TO accompany_guard;
