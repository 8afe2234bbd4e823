CREATE POLICY kept_for_this ON public.trafficking_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_file f WHERE f.id = trafficking_account.case_id AND f.kind = 'thb'));
CREATE POLICY members_only ON public.trafficking_account AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (case_id = ANY ((SELECT app.member_cases())::uuid[])));
CREATE POLICY signed ON public.trafficking_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT INSERT, SELECT ON public.trafficking_account TO accompany_app;
GRANT SELECT (id, xmin) ON public.trafficking_account TO accompany_guard;
CREATE POLICY counts_sealed ON public.trafficking_account FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = trafficking_account.case_id));
GRANT SELECT (answers_cipher, case_id, created_at, id, revision) ON public.trafficking_account TO accompany_sealed;
