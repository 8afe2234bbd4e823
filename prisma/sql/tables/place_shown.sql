-- Written by app.apply_edition alone.
CREATE POLICY own ON public.place_shown FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.place_shown FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.place_shown TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON public.place_shown TO accompany_guard;
