-- An office is added, renamed, closed and merged by its edition alone (app.apply_edition).
CREATE POLICY counts ON public.team FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
-- How many offices there are: releases name an office by its turn (docs/adr/0139).
CREATE POLICY figures ON public.team FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.team FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.team FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY signs_in ON public.team FOR SELECT TO accompany_auth USING (true);
GRANT SELECT ON public.team TO accompany_app;
GRANT INSERT, SELECT, UPDATE (closed_at, locale, merged_into, name, version) ON public.team TO accompany_guard;
GRANT SELECT (id, name, organisation_id) ON public.team TO accompany_auth;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.team FOR SELECT TO accompany_count
  USING (organisation_id = (SELECT app.organisation_id()));
GRANT SELECT (id, organisation_id, name) ON public.team TO accompany_count;
CREATE POLICY counts_sealed ON public.team FOR SELECT TO accompany_sealed USING (true);
GRANT SELECT (id, organisation_id) ON public.team TO accompany_sealed;
GRANT SELECT (created_at, id, organisation_id) ON public.team TO accompany_job;
GRANT SELECT (id, organisation_id) ON public.team TO accompany_stats;
