CREATE POLICY add ON public.kept_apart FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND lifted_at IS NULL AND app.may_write_case(case_id) AND app.may_write_case(other_case_id));
CREATE POLICY guards ON public.kept_apart FOR SELECT TO accompany_guard USING (true);
CREATE POLICY lift ON public.kept_apart FOR UPDATE TO accompany_app USING (app.may_write_case(case_id));
CREATE POLICY reach ON public.kept_apart FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = kept_apart.case_id));
GRANT INSERT, SELECT, UPDATE (lifted_at) ON public.kept_apart TO accompany_app;
GRANT SELECT, SELECT (case_id, other_case_id, xmin) ON public.kept_apart TO accompany_guard;
