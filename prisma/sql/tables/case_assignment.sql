-- The history of who held a file is written by anyone who may hand it over.
CREATE POLICY signed ON public.case_assignment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (assigned_by = (SELECT app.worker_id()) AND (team_id = ANY ((SELECT app.led_teams())::uuid[])) AND app.is_colleague(from_staff_id)
    AND app.is_colleague(to_staff_id));
GRANT INSERT, SELECT ON public.case_assignment TO accompany_app;
GRANT INSERT, SELECT (id, xmin) ON public.case_assignment TO accompany_guard;
