-- Written by app.apply_edition alone.
CREATE POLICY own ON public.list_shown FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.list_shown FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.list_shown TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON public.list_shown TO accompany_guard;
