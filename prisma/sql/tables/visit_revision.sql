CREATE POLICY add ON public.visit_revision FOR INSERT TO accompany_app
  WITH CHECK (replaced_by = (SELECT app.worker_id())
    AND (observation_id IS NULL OR ((observation_id, visit_id) IN (SELECT o.id, o.visit_id FROM public.visit_observation o)))
    AND (group_id IS NULL OR ((group_id, visit_id) IN (SELECT g.id, g.visit_id FROM public.visit_group g))));
CREATE POLICY reach ON public.visit_revision FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_revision.visit_id));
