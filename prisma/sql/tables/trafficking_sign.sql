CREATE POLICY kept_for_this ON public.trafficking_sign AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_file f WHERE f.id = trafficking_sign.case_id AND f.kind = 'thb'));
CREATE POLICY members_only ON public.trafficking_sign AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (case_id = ANY ((SELECT app.member_cases())::uuid[])));
CREATE POLICY signed ON public.trafficking_sign AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.trafficking_sign TO accompany_app;
GRANT SELECT (id, xmin) ON public.trafficking_sign TO accompany_guard;
CREATE POLICY counts_sealed ON public.trafficking_sign FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = trafficking_sign.case_id));
GRANT SELECT (case_id, created_at, id, mistake, revision, subject_id) ON public.trafficking_sign TO accompany_sealed;
