CREATE POLICY counts ON public.age_claim FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.age_claim FOR EACH ROW EXECUTE FUNCTION app.keep_danger_of_ages();
GRANT SELECT (age_years, as_of, basis, born_earliest, born_latest, withdrawn_at) ON public.age_claim TO accompany_guard;
GRANT SELECT (born_earliest, born_latest, person_id, withdrawn_at) ON public.age_claim TO accompany_job;
GRANT SELECT (id, person_id, basis, as_of, born_earliest, born_latest, created_at, withdrawn_at, circle_case_id) ON public.age_claim TO
  accompany_count;
CREATE POLICY counts_sealed ON public.age_claim FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = age_claim.person_id));
GRANT SELECT (basis, born_earliest, born_latest, id, person_id, withdrawn_at) ON public.age_claim TO accompany_sealed;
