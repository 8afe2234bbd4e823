CREATE POLICY among_colleagues ON public.referral AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY of_this_file ON public.referral AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = referral.case_id AND cp.person_id = referral.person_id));
-- The foreign key looks behind the policies: what the writer may not read is not named.
CREATE POLICY of_partner ON public.referral AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (partner_id IS NULL OR EXISTS (SELECT FROM public.partner p WHERE p.id = referral.partner_id));
CREATE POLICY signed ON public.referral AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.referral FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER keep_sent BEFORE INSERT ON public.referral FOR EACH ROW EXECUTE FUNCTION app.keep_sent();
GRANT INSERT, SELECT ON public.referral TO accompany_app;
GRANT SELECT (body_slug, fields, id, kind, mistake, person_id, revision, subject_id, xmin),
  UPDATE (person_id) ON public.referral TO accompany_guard;
GRANT SELECT (id, case_id, subject_id, revision, mistake, person_id, body_slug, kind, urgency, created_at, team_id, secrecy) ON
  public.referral TO accompany_count;
CREATE POLICY counts_sealed ON public.referral FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = referral.case_id));
GRANT SELECT (case_id, kind, mistake, person_id, revision, subject_id) ON public.referral TO accompany_sealed;
