CREATE POLICY counts ON public.signal FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY of_this_encounter ON public.signal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = signal.encounter_id AND e.case_id = signal.case_id));
CREATE POLICY signed ON public.signal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (raised_by = (SELECT app.worker_id()) AND answered_by IS NULL);
CREATE POLICY signed_answer ON public.signal AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (answered_by IS NULL OR answered_by = (SELECT app.worker_id()));
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, severity, answered_at, raised_at ON public.signal
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('signals');
GRANT INSERT, SELECT, UPDATE (answer_cipher, answered_at, answered_by, version) ON public.signal TO accompany_app;
GRANT UPDATE (answer_cipher, case_id, note_cipher), SELECT (answered_at, id, raised_at, severity,
  xmin) ON public.signal TO accompany_guard;
GRANT SELECT (code, encounter_id) ON public.signal TO accompany_job;
GRANT SELECT (id, encounter_id, case_id, code, severity, raised_at, answered_at, team_id, secrecy) ON public.signal TO accompany_count;
