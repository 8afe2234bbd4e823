CREATE POLICY guards ON public.credential FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.credential FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE TRIGGER one_account_each BEFORE INSERT OR UPDATE OF email ON public.credential FOR EACH ROW EXECUTE FUNCTION app.one_account_each();
GRANT INSERT, SELECT, UPDATE ON public.credential TO accompany_auth;
GRANT SELECT (password_hash, staff_id, totp_enrolled_at), UPDATE (password_hash, password_set_at) ON public.credential TO accompany_guard;
