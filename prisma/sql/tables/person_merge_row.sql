CREATE POLICY guards ON public.person_merge_row FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.person_merge_row FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.person_merge m WHERE m.id = person_merge_row.merge_id));
GRANT SELECT ON public.person_merge_row TO accompany_app;
GRANT INSERT, SELECT, UPDATE ON public.person_merge_row TO accompany_guard;
