CREATE POLICY of_this_file ON public.guardianship_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = guardianship_event.case_id
    AND cp.person_id = guardianship_event.person_id));
CREATE POLICY signed ON public.guardianship_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.guardianship_event FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER forget_number BEFORE INSERT OR UPDATE ON public.guardianship_event FOR EACH ROW EXECUTE FUNCTION app.forget_number();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.guardianship_event
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('missing');
GRANT INSERT, SELECT ON public.guardianship_event TO accompany_app;
GRANT SELECT (at, concerns, created_at, id, kind, person_id, replaces, stands_on, team_id, xmin),
  UPDATE (person_id) ON public.guardianship_event TO accompany_guard;
GRANT SELECT (id, case_id, person_id, kind, outcome, form, on_from, on_to, at_border, concerns, replaces, stands_on, created_at, team_id,
  secrecy) ON public.guardianship_event TO accompany_count;
