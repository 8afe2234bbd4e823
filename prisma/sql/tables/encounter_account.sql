CREATE POLICY of_this_encounter ON public.encounter_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = encounter_account.encounter_id AND e.case_id = encounter_account.case_id));
CREATE POLICY signed ON public.encounter_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (edited_at, note_cipher, outcome, version) ON public.encounter_account TO accompany_app;
GRANT SELECT (id, xmin) ON public.encounter_account TO accompany_guard;
