-- Among members: a glass or a guest reads no proposal.
CREATE POLICY members ON public.circle_word AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.member_cases())::uuid[]));
CREATE POLICY signed ON public.circle_word AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (asked_by = (SELECT app.worker_id()) AND state = 'asked' AND secrecy <> 'open' AND (kind <> 'unseal' OR secrecy = 'sealed')
    AND (staff_id IS NULL OR app.is_colleague(staff_id)));
GRANT INSERT, SELECT ON public.circle_word TO accompany_app;
GRANT SELECT, UPDATE (answered_at, answered_by, state), SELECT (id, xmin) ON public.circle_word TO accompany_guard;
