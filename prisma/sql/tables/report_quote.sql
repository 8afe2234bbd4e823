CREATE POLICY of_this_file ON public.report_quote AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = report_quote.case_id AND cp.person_id = report_quote.person_id));
-- Read as the application: a place of another organisation is not there.
CREATE POLICY own_place ON public.report_quote AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (place_id IS NULL OR EXISTS (SELECT FROM public.place p WHERE p.id = report_quote.place_id));
CREATE POLICY signed ON public.report_quote AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.report_quote FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER check_quote_consent BEFORE INSERT ON public.report_quote FOR EACH ROW WHEN (new.mistake IS NULL) EXECUTE FUNCTION app.check_quote_consent();
GRANT INSERT, SELECT ON public.report_quote TO accompany_app;
GRANT SELECT (id, person_id, xmin), UPDATE (person_id) ON public.report_quote TO accompany_guard;
