-- A sealed file has nothing in common with another one (docs/adr/0010).
CREATE POLICY add ON public.related_file FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND withdrawn_at IS NULL
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.case_id AND f.secrecy <> 'sealed'))
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.other_case_id AND f.secrecy <> 'sealed')));
CREATE POLICY imports ON public.related_file FOR SELECT TO accompany_guard USING (true);
CREATE POLICY not_through_glass ON public.related_file AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (app.may_write_case(case_id) AND app.may_write_case(other_case_id));
CREATE POLICY not_through_glass_add ON public.related_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (app.may_write_case(case_id) AND app.may_write_case(other_case_id));
CREATE POLICY reach ON public.related_file FOR SELECT TO accompany_app
  USING ((EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.case_id))
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.other_case_id)));
CREATE POLICY trafficking_apart ON public.related_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT (EXISTS (SELECT FROM public.case_file f WHERE (f.id IN (related_file.case_id, related_file.other_case_id)) AND f.kind = 'thb')));
CREATE POLICY work ON public.related_file FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.case_id))
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = related_file.other_case_id)));
GRANT INSERT, SELECT, UPDATE (withdrawn_at) ON public.related_file TO accompany_app;
GRANT SELECT (case_id, other_case_id, xmin) ON public.related_file TO accompany_guard;
