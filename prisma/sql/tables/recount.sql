CREATE POLICY own ON public.recount FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.recount FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.recount TO accompany_app;
GRANT INSERT, SELECT, UPDATE ON public.recount TO accompany_guard;
