CREATE POLICY enter_one ON public.newer_figure FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin'::public.role AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.actor_id()) AND state = 'asked'
    AND (EXISTS (SELECT FROM public.country_fact f WHERE f.slug = newer_figure.fact_slug AND f.country = newer_figure.country)));
CREATE POLICY guards ON public.newer_figure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.newer_figure FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (version IS NOT NULL OR (SELECT app.actor_role()) = 'admin'::public.role));
GRANT INSERT, SELECT ON public.newer_figure TO accompany_app;
GRANT SELECT, UPDATE (alone, answered_at, answered_by, reason, state, version, withdrawn_at,
  withdrawn_by) ON public.newer_figure TO accompany_guard;
