CREATE POLICY guards ON public.caseload_tally FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY leads ON public.caseload_tally FOR SELECT TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
GRANT SELECT ON public.caseload_tally TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON public.caseload_tally TO accompany_guard;
