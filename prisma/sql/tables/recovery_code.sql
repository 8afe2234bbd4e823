CREATE POLICY signs_in ON public.recovery_code FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE (used_at) ON public.recovery_code TO accompany_auth;
