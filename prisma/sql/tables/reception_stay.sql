CREATE POLICY signed ON public.reception_stay AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (code_207, end_reason, from_on, phase, place_type, until_on,
  version) ON public.reception_stay TO accompany_app;
GRANT SELECT (id, xmin) ON public.reception_stay TO accompany_guard;
