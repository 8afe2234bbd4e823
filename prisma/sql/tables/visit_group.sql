CREATE POLICY add ON public.visit_group FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
CREATE POLICY reach ON public.visit_group FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
CREATE POLICY signed ON public.visit_group AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY work ON public.visit_group FOR UPDATE TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
GRANT UPDATE (country, note_cipher, people, version) ON public.visit_group TO accompany_app;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.visit_group FOR SELECT TO accompany_count
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
GRANT SELECT (id, visit_id, people, country) ON public.visit_group TO accompany_count;
