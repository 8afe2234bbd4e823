CREATE POLICY guards ON public.invitation FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY installs ON public.invitation FOR ALL TO accompany_owner USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.invitation FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (used_at) ON public.invitation TO accompany_auth;
GRANT INSERT (created_at, email, expires_at, id, invited_by, organisation_id, role, team_id, token_hash), SELECT (id, invited_by,
  organisation_id, revoked_at, role, token_hash, used_at, xmin), UPDATE (revoked_at) ON public.invitation TO accompany_guard;
