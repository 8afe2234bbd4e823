CREATE POLICY signs_in ON public.challenge FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON public.challenge TO accompany_auth;
