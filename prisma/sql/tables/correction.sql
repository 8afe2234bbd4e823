CREATE POLICY no_guest ON public.correction AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.correction AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'asked'
    AND (EXISTS (SELECT FROM public.case_person p WHERE p.case_id = correction.case_id AND p.person_id = correction.person_id)));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.correction FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER guard_correction BEFORE UPDATE ON public.correction
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_correction();
GRANT INSERT, SELECT, UPDATE (answer_cipher, answered_at, answered_by, state) ON public.correction TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.correction TO accompany_guard;
