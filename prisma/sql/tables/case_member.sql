ALTER POLICY add ON public.case_member
  WITH CHECK (added_by = (SELECT app.worker_id())
    AND ((case_id = ANY ((SELECT app.my_cases())::uuid[])) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])))
    AND (staff_id <> (SELECT app.worker_id()) OR app.is_first_member(case_id, staff_id)));
ALTER POLICY circle_add ON public.case_member
  WITH CHECK (secrecy = 'open' OR (case_id = ANY ((SELECT app.member_cases())::uuid[])) OR app.is_first_member(case_id, staff_id));
-- Anyone who opens a restricted or sealed file sees it only once they are its first member, so that row cannot ask for the file.
CREATE POLICY given ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((case_id IN (SELECT f.id FROM public.case_file f WHERE f.worker_id = (SELECT app.worker_id())
      OR (f.team_id = ANY ((SELECT app.led_teams())::uuid[]))))
    OR app.is_first_member(case_id, staff_id));
CREATE POLICY given_work ON public.case_member AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id())
    OR (case_id IN (SELECT f.id FROM public.case_file f WHERE f.worker_id = (SELECT app.worker_id())
      OR (f.team_id = ANY ((SELECT app.led_teams())::uuid[])))));
CREATE POLICY guest_said ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (kind <> 'guest' OR guest_kind IS NOT NULL AND valid_from <= app.now());
-- Into a closed circle no one is let by one person alone, once there is a second; no one lets themselves in at all (policy add).
CREATE POLICY two_hands ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy = 'open' OR app.is_first_member(case_id, staff_id) OR NOT app.has_other_member(case_id));
CREATE TRIGGER check_case_staff AFTER INSERT OR UPDATE OF staff_id, case_id ON public.case_member
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();
CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT OR DELETE OR UPDATE ON public.case_member DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_sealed();
CREATE TRIGGER guard_case_member BEFORE UPDATE ON public.case_member
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_case_member();
GRANT INSERT, SELECT, INSERT (guest_kind, parts, privileged, reason_cipher), UPDATE (valid_until,
  version) ON public.case_member TO accompany_app;
GRANT INSERT, SELECT, SELECT (id, xmin), UPDATE (valid_until, version) ON public.case_member TO accompany_guard;
