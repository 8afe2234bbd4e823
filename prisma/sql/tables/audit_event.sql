CREATE POLICY add ON public.audit_event FOR INSERT TO accompany_app, accompany_job WITH CHECK (true);
CREATE POLICY add_sign_in ON public.audit_event FOR INSERT TO accompany_auth
  WITH CHECK (event IN ('session.started', 'session.refused', 'session.ended', 'sessions.ended', 'secondStep.enrolled', 'secondStep.used', 'session.steppedUp',
                        'password.reset', 'account.accepted', 'notice.mailed', 'content.damaged') AND case_id IS NULL AND visit_id IS NULL);
-- A hash is made of whole events; no function of the guard hands one out.
CREATE POLICY hashes ON public.audit_event FOR SELECT TO accompany_guard USING (true);
-- What is read file by file.
CREATE POLICY of_my_files ON public.audit_event FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = audit_event.case_id));
CREATE POLICY opened_outside ON public.audit_event FOR INSERT TO accompany_guard WITH CHECK (event IN ('share.opened', 'share.missed', 'incoming.came'));
-- One's own lines about figures: a question, a year, a copy number. They say what is still to be done (lib/inbox).
CREATE POLICY own_reports ON public.audit_event FOR SELECT TO accompany_app
  USING (actor_id = (SELECT app.actor_id()) AND event IN ('report.ran', 'report.exported', 'report.sealedRead'));
-- Written by the function that hands out what is counted: who reads the one writes the other.
CREATE POLICY read_sealed ON public.audit_event FOR INSERT TO accompany_guard WITH CHECK (event = 'report.sealedRead');
CREATE TRIGGER number_event BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION app.number_event();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER sign_audit BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION app.sign_audit();
GRANT SELECT, INSERT (case_id, detail, event, visit_id) ON public.audit_event TO accompany_app;
GRANT SELECT, INSERT (case_id, detail, event) ON public.audit_event TO accompany_guard;
GRANT INSERT (case_id, detail, event, visit_id) ON public.audit_event TO accompany_auth;
GRANT INSERT (case_id, detail, event, visit_id) ON public.audit_event TO accompany_job;
