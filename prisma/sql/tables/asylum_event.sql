CREATE POLICY signed ON public.asylum_event AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.asylum_event TO accompany_app;
GRANT SELECT (id, xmin) ON public.asylum_event TO accompany_guard;
GRANT SELECT (id, case_id, application_id, kind, outcome, form, ground, country, on_from, on_to, notified_on, concerns, replaces,
  stands_on, created_at, team_id, secrecy) ON public.asylum_event TO accompany_count;
