CREATE POLICY signed ON public.consent_end AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY statistics ON public.consent_end FOR SELECT TO accompany_job
  USING ((SELECT app.job()) = 'statistics' AND (consent_id IN (SELECT c.id FROM public.consent c)));
CREATE TRIGGER lock_consents BEFORE INSERT ON public.consent_end FOR EACH ROW EXECUTE FUNCTION app.lock_consents();
GRANT INSERT, SELECT ON public.consent_end TO accompany_app;
GRANT SELECT (consent_id, created_at, ended_on, id, kind, xmin) ON public.consent_end TO accompany_guard;
GRANT SELECT (case_id, consent_id, created_at, ended_on, kind) ON public.consent_end TO accompany_job;
GRANT SELECT (id, case_id, consent_id, kind, ended_on, created_at, team_id, secrecy) ON public.consent_end TO accompany_count;
