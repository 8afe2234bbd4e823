CREATE POLICY guards ON public.notice FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY of_my_files ON public.notice AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (case_id IS NULL OR (EXISTS (SELECT FROM public.case_file f WHERE f.id = notice.case_id)));
CREATE POLICY own ON public.notice FOR ALL TO accompany_app USING (staff_id = (SELECT app.actor_id()));
GRANT SELECT, UPDATE (read_at) ON public.notice TO accompany_app;
GRANT INSERT, SELECT, SELECT (case_id, xmin), UPDATE (created_at, mailed_at) ON public.notice TO accompany_guard;
