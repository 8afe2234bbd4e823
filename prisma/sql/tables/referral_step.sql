CREATE POLICY among_colleagues ON public.referral_step AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.referral_step AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER check_referral_ground BEFORE INSERT ON public.referral_step
  FOR EACH ROW WHEN (new.kind = 'sent' AND new.ground = 'consent')
  EXECUTE FUNCTION app.check_referral_ground();
GRANT INSERT, SELECT ON public.referral_step TO accompany_app;
GRANT SELECT (created_at, ground, id, kind, next_on, on_day, referral_id, takes_back, xmin) ON public.referral_step TO accompany_guard;
