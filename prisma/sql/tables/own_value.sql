CREATE POLICY of_this_encounter ON public.own_value AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (encounter_id IS NULL
    OR EXISTS (SELECT FROM public.encounter e WHERE e.id = own_value.encounter_id AND e.case_id = own_value.case_id));
CREATE POLICY signed ON public.own_value AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER check_own_value AFTER INSERT ON public.own_value FOR EACH ROW EXECUTE FUNCTION app.check_own_value('file');
CREATE TRIGGER guard_withdrawal BEFORE UPDATE ON public.own_value
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_withdrawal();
GRANT INSERT, SELECT, UPDATE (withdrawn_at, withdrawn_because) ON public.own_value TO accompany_app;
-- Codes alone: a sensitive answer, and one of a sealed file, has none.
GRANT SELECT (case_id, field_id, code, withdrawn_at, team_id, secrecy) ON public.own_value TO accompany_count;
GRANT SELECT (case_id, encounter_id, field_id, secrecy, withdrawn_at, xmin) ON public.own_value TO accompany_guard;
