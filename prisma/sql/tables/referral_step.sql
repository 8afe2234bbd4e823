CREATE POLICY among_colleagues ON public.referral_step AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.referral_step AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER check_referral_ground BEFORE INSERT ON public.referral_step
  FOR EACH ROW WHEN (new.kind = 'sent' AND new.ground = 'consent')
  EXECUTE FUNCTION app.check_referral_ground();
GRANT INSERT, SELECT ON public.referral_step TO accompany_app;
GRANT SELECT (created_at, ground, id, kind, next_on, on_day, referral_id, takes_back, xmin) ON public.referral_step TO accompany_guard;
GRANT SELECT (id, case_id, referral_id, kind, on_day, way, takes_back, created_at, team_id, secrecy) ON public.referral_step TO
  accompany_count;
CREATE POLICY counts_sealed ON public.referral_step FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = referral_step.case_id));
GRANT SELECT (case_id, id, kind, on_day, referral_id, takes_back) ON public.referral_step TO accompany_sealed;
