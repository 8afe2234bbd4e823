-- The installer (npm run db -- first-admin) writes the two rows an empty installation needs, as owner.
CREATE POLICY installs ON public.organisation FOR ALL TO accompany_owner USING (true) WITH CHECK (true);
CREATE POLICY own ON public.organisation FOR SELECT TO accompany_app USING (id = (SELECT app.organisation_id()));
CREATE POLICY signs_in ON public.organisation FOR SELECT TO accompany_auth USING (true);
GRANT SELECT ON public.organisation TO accompany_app;
GRANT SELECT (id, kind, name) ON public.organisation TO accompany_auth;
-- The name is changed by an edition (app.apply_edition).
CREATE POLICY guards ON public.organisation FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (name) ON public.organisation TO accompany_guard;
