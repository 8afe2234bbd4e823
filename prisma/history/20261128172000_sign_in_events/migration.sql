-- The sign-in role writes the events of signing in into the audit log, and no other name (lib/db/events.ts, SIGN_IN_EVENTS): whoever
-- takes it over cannot make up that a file was opened or that a colleague did something.
DROP POLICY add ON public.audit_event;
CREATE POLICY add ON public.audit_event FOR INSERT TO accompany_app, accompany_job WITH CHECK (true);
CREATE POLICY add_sign_in ON public.audit_event FOR INSERT TO accompany_auth
  WITH CHECK (event IN ('session.started', 'session.refused', 'session.ended', 'sessions.ended', 'secondStep.enrolled', 'secondStep.used',
                        'password.reset', 'account.accepted', 'notice.mailed') AND case_id IS NULL AND visit_id IS NULL);
