CREATE POLICY add ON public.visit_visitor FOR INSERT TO accompany_app
  WITH CHECK ((EXISTS (SELECT FROM public.visit v WHERE v.id = visit_visitor.visit_id)) AND app.is_colleague(staff_id));
CREATE POLICY guards ON public.visit_visitor FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
-- What hangs on a visit.
CREATE POLICY reach ON public.visit_visitor FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_visitor.visit_id));
GRANT SELECT, INSERT (staff_id, visit_id) ON public.visit_visitor TO accompany_guard;
-- For exact figures (docs/adr/0136).
CREATE POLICY counted ON public.visit_visitor FOR SELECT TO accompany_count
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_visitor.visit_id));
GRANT SELECT (visit_id, staff_id) ON public.visit_visitor TO accompany_count;
