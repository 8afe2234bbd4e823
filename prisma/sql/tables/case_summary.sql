CREATE POLICY signed ON public.case_summary AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER check_summary_ground BEFORE INSERT ON public.case_summary
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.check_summary_ground();
GRANT INSERT, SELECT ON public.case_summary TO accompany_app;
GRANT SELECT (id, xmin) ON public.case_summary TO accompany_guard;
