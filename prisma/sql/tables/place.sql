-- Of the profile for everyone; an own place for its organisation.
ALTER TABLE public.place ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY known ON public.place FOR SELECT TO accompany_app
  USING (organisation_id IS NULL OR organisation_id = (SELECT app.organisation_id()));
CREATE POLICY counted ON public.place FOR SELECT TO accompany_count
  USING (organisation_id IS NULL OR organisation_id = (SELECT app.organisation_id()));
CREATE POLICY loads ON public.place FOR ALL TO accompany_owner USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.place FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY works ON public.place FOR SELECT TO accompany_auth, accompany_job, accompany_stats USING (true);
GRANT SELECT ON public.place TO accompany_auth;
GRANT SELECT ON public.place TO accompany_job;
GRANT SELECT ON public.place TO accompany_stats;
GRANT INSERT, SELECT ON public.place TO accompany_guard;
GRANT SELECT ON public.place TO accompany_count;
