CREATE POLICY counts ON public.nationality FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
GRANT SELECT (certainty, country, withdrawn_at) ON public.nationality TO accompany_guard;
GRANT SELECT (certainty, country, created_at, id, person_id, valid_from, valid_to, withdrawn_at) ON public.nationality TO accompany_job;
GRANT SELECT (id, person_id, country, certainty, valid_from, valid_to, created_at, withdrawn_at, circle_case_id) ON public.nationality TO
  accompany_count;
CREATE POLICY counts_sealed ON public.nationality FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = nationality.person_id));
GRANT SELECT (certainty, country, id, person_id, valid_from, valid_to, withdrawn_at) ON public.nationality TO accompany_sealed;
