CREATE POLICY signed ON public.stay_document AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT, UPDATE (expires_on, is_renewal, issued_on, kind, requested_on, version) ON public.stay_document TO accompany_app;
GRANT SELECT (id, xmin) ON public.stay_document TO accompany_guard;
