CREATE POLICY guards ON public.likely_pair FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY reach ON public.likely_pair FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = likely_pair.person_id))
    AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = likely_pair.other_id)));
GRANT SELECT ON public.likely_pair TO accompany_app;
GRANT DELETE, INSERT, SELECT, SELECT (other_id, person_id, xmin) ON public.likely_pair TO accompany_guard;
