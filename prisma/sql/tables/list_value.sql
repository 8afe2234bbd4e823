-- Written by app.apply_edition alone.
CREATE POLICY own ON public.list_value FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.list_value FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.list_value TO accompany_app;
GRANT INSERT, SELECT, UPDATE ON public.list_value TO accompany_guard;
