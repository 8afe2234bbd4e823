CREATE POLICY signed ON public.reception_stay AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (code_207, end_reason, from_on, phase, place_type, until_on,
  version) ON public.reception_stay TO accompany_app;
GRANT SELECT (id, xmin) ON public.reception_stay TO accompany_guard;
GRANT SELECT (id, case_id, place_type, phase, code_207, from_on, until_on, end_reason, created_at, team_id, secrecy) ON public.reception_stay TO
  accompany_count;
