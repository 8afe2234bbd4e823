CREATE POLICY ask ON public.file_erasure FOR INSERT TO accompany_app
  WITH CHECK (proposed_by = (SELECT app.worker_id()) AND state = 'asked' AND (case_id IN (SELECT f.id FROM public.case_file f))
    AND ((case_id = ANY ((SELECT app.my_cases())::uuid[])) OR (team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY guards ON public.file_erasure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.file_erasure FOR SELECT TO accompany_app
  USING (state <> 'done' AND (SELECT app.worker_id()) IS NOT NULL AND (case_id IN (SELECT f.id FROM public.case_file f)) OR state = 'done'
    AND organisation_id = (SELECT app.organisation_id())
    AND (((SELECT app.worker_id()) = ANY (readers)) OR was_open
      AND ((team_id = ANY ((SELECT app.led_teams())::uuid[])) OR (SELECT app.actor_role()) = 'admin'::public.role)));
CREATE TRIGGER fill_erasure BEFORE INSERT ON public.file_erasure FOR EACH ROW EXECUTE FUNCTION app.fill_erasure();
GRANT INSERT, SELECT ON public.file_erasure TO accompany_app;
GRANT SELECT, UPDATE (answered_at, answered_by, case_id, counts, readers, state, words_cipher), SELECT (case_id,
  xmin) ON public.file_erasure TO accompany_guard;
