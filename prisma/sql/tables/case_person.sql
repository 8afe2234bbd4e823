ALTER POLICY add ON public.case_person
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
    AND ((case_id = ANY ((SELECT app.my_cases())::uuid[])) OR (team_id = ANY ((SELECT app.led_teams())::uuid[])))
    AND (app.is_my_person(person_id) OR app.is_new_person(person_id)));
CREATE POLICY circle_keeps ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT app.is_within_circles(person_id));
CREATE POLICY guest ON public.case_person FOR SELECT TO accompany_app USING (case_id = ANY ((SELECT app.guest_cases('people'))::uuid[]));
CREATE POLICY kept_apart ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT app.is_kept_apart(person_id, case_id));
CREATE TRIGGER carry_words AFTER INSERT ON public.case_person FOR EACH ROW EXECUTE FUNCTION app.carry_words();
CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT ON public.case_person DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.check_sealed();
CREATE TRIGGER forget_numbers_of_sealed AFTER INSERT OR UPDATE OF person_id, secrecy ON public.case_person
  FOR EACH ROW WHEN (new.secrecy = 'sealed') EXECUTE FUNCTION app.forget_numbers_of_sealed();
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.case_person FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, person_id, until ON public.case_person
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('ages');
GRANT INSERT, SELECT, UPDATE (basis, left_because, role, since, until, version) ON public.case_person TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE (basis, left_because, person_id, role, since, until, version), SELECT (person_id, until,
  xmin) ON public.case_person TO accompany_guard;
GRANT SELECT (case_id, person_id, role, since, until, left_because, team_id, secrecy) ON public.case_person TO accompany_count;
CREATE POLICY counts_sealed ON public.case_person FOR SELECT TO accompany_sealed
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = case_person.case_id));
GRANT SELECT (case_id, left_because, person_id, role) ON public.case_person TO accompany_sealed;
