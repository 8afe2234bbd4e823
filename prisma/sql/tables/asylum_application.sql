CREATE POLICY signed ON public.asylum_application AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (language, place, reasons, sequence, version, way) ON public.asylum_application TO accompany_app;
GRANT SELECT (id, xmin) ON public.asylum_application TO accompany_guard;
GRANT SELECT (id, case_id, way, sequence, place, reasons, created_at, team_id, secrecy) ON public.asylum_application TO accompany_count;
