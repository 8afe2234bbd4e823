CREATE POLICY decide ON public.import_match FOR UPDATE TO accompany_app
  USING (import_id IN (SELECT i.id FROM public.import i WHERE i.state IN ('checking', 'checked')));
CREATE POLICY found ON public.import_match FOR INSERT TO accompany_app
  WITH CHECK (import_id IN (SELECT i.id FROM public.import i WHERE i.state IN ('checking', 'checked')));
CREATE POLICY leads ON public.import_match FOR SELECT TO accompany_app USING (import_id IN (SELECT i.id FROM public.import i));
GRANT DELETE, SELECT ON public.import_match TO accompany_guard;
GRANT UPDATE (decision, not_same, round, twin) ON public.import_match TO accompany_app;
