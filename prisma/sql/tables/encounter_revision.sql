CREATE POLICY of_this_encounter ON public.encounter_revision AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (((encounter_id, case_id) IN (SELECT e.id, e.case_id FROM public.encounter e))
    AND (account_id IS NULL OR ((account_id, encounter_id) IN (SELECT a.id, a.encounter_id FROM public.encounter_account a))));
CREATE POLICY signed ON public.encounter_revision AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (replaced_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.encounter_revision TO accompany_app;
GRANT SELECT (codes, encounter_id, id, replaced_by, xmin) ON public.encounter_revision TO accompany_guard;
