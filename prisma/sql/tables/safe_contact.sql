CREATE POLICY of_this_file ON public.safe_contact AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = safe_contact.case_id AND cp.person_id = safe_contact.person_id));
CREATE POLICY signed ON public.safe_contact AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.safe_contact FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER forget_number BEFORE INSERT OR UPDATE ON public.safe_contact FOR EACH ROW EXECUTE FUNCTION app.forget_number();
GRANT INSERT, SELECT ON public.safe_contact TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.safe_contact TO accompany_guard;
