CREATE POLICY counts ON public.nationality FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
GRANT SELECT (certainty, country, withdrawn_at) ON public.nationality TO accompany_guard;
GRANT SELECT (certainty, country, created_at, id, person_id, valid_from, valid_to, withdrawn_at) ON public.nationality TO accompany_job;
