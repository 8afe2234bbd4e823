CREATE POLICY signed ON public.own_value AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER check_own_value AFTER INSERT ON public.own_value FOR EACH ROW EXECUTE FUNCTION app.check_own_value('file');
CREATE TRIGGER guard_withdrawal BEFORE UPDATE ON public.own_value
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_withdrawal();
GRANT INSERT, SELECT, UPDATE (withdrawn_at, withdrawn_because) ON public.own_value TO accompany_app;
GRANT SELECT (case_id, field_id, secrecy, withdrawn_at, xmin) ON public.own_value TO accompany_guard;
