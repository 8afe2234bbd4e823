CREATE POLICY counts ON public.encounter_item FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY of_this_encounter ON public.encounter_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = encounter_item.encounter_id AND e.case_id = encounter_item.case_id));
GRANT INSERT, SELECT ON public.encounter_item TO accompany_app;
GRANT DELETE, SELECT (code, encounter_id, kind, secrecy, team_id), UPDATE (case_id) ON public.encounter_item TO accompany_guard;
GRANT SELECT (code, encounter_id, kind) ON public.encounter_item TO accompany_job;
GRANT SELECT (encounter_id, kind, code, case_id, team_id, secrecy) ON public.encounter_item TO accompany_count;
