CREATE POLICY guards ON public.password_reset FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.password_reset FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE TRIGGER close_calendars AFTER UPDATE OF used_at ON public.password_reset
  FOR EACH ROW WHEN (old.used_at IS NULL AND new.used_at IS NOT NULL)
  EXECUTE FUNCTION app.close_calendars();
CREATE TRIGGER doubt_after_reset AFTER UPDATE OF used_at ON public.password_reset
  FOR EACH ROW WHEN (old.used_at IS NULL AND new.used_at IS NOT NULL)
  EXECUTE FUNCTION app.doubt_after_reset();
GRANT SELECT, UPDATE (used_at) ON public.password_reset TO accompany_auth;
GRANT INSERT (created_at, expires_at, id, issued_by, staff_id, token_hash), SELECT (id, revoked_at, staff_id, token_hash, used_at),
  UPDATE (revoked_at) ON public.password_reset TO accompany_guard;
