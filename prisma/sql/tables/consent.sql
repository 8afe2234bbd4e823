CREATE POLICY of_this_file ON public.consent AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = consent.case_id AND cp.person_id = consent.person_id));
CREATE POLICY signed ON public.consent AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY statistics ON public.consent FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics' AND purpose = 'statistics');
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.consent FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER lock_consents BEFORE INSERT ON public.consent FOR EACH ROW EXECUTE FUNCTION app.lock_consents();
GRANT INSERT, SELECT ON public.consent TO accompany_app;
GRANT INSERT (answer, asked_on, case_id, created_by, form, given_by, id, interpreter, is_minor, language, person_id, purpose, recipient,
  scopes), SELECT (answer, asked_on, child_view, created_at, expires_at, given_by, id, is_minor, person_id, purpose, recipient, scopes,
  secrecy, xmin), UPDATE (person_id) ON public.consent TO accompany_guard;
GRANT SELECT (answer, asked_on, case_id, child_view, created_at, expires_at, given_by, id, is_minor, person_id,
  purpose) ON public.consent TO accompany_job;
GRANT SELECT (id, case_id, person_id, purpose, recipient, answer, asked_on, expires_at, is_minor, given_by, child_view, created_at, team_id,
  secrecy) ON public.consent TO accompany_count;
