CREATE POLICY among_colleagues ON public.referral_share AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.referral_share AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER guard_share BEFORE INSERT OR UPDATE ON public.referral_share
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_share();
GRANT INSERT, SELECT (case_id, created_at, created_by, expires_at, id, max_openings, referral_id, revoked_at, revoked_by, secrecy,
  step_id, team_id, tries), UPDATE (revoked_at, revoked_by) ON public.referral_share TO accompany_app;
GRANT SELECT (code_check, created_by, expires_at, id, link_hash, max_openings, referral_id, revoked_at, sheet_cipher, step_id, tries,
  xmin), UPDATE (tries) ON public.referral_share TO accompany_guard;
