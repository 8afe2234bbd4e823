CREATE POLICY of_this_file ON public.appointment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = appointment.case_id AND cp.person_id = appointment.person_id));
-- Read as the application: a colleague or a place of another organisation is not there.
CREATE POLICY own_companion ON public.appointment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (companion_id IS NULL OR EXISTS (SELECT FROM public.staff s WHERE s.id = appointment.companion_id));
-- The foreign keys look behind the policies: what the writer may not read is not named.
CREATE POLICY own_interpreter ON public.appointment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((booked_staff_id IS NULL OR EXISTS (SELECT FROM public.staff s WHERE s.id = appointment.booked_staff_id))
    AND (booked_partner_id IS NULL OR EXISTS (SELECT FROM public.partner p WHERE p.id = appointment.booked_partner_id)));
CREATE POLICY own_place ON public.appointment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (place_id IS NULL OR EXISTS (SELECT FROM public.place p WHERE p.id = appointment.place_id));
CREATE POLICY signed ON public.appointment AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.appointment FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
GRANT INSERT, SELECT ON public.appointment TO accompany_app;
GRANT SELECT (id, case_id, subject_id, revision, mistake, person_id, on_day, starts_at, ends_at, companion_id, booked_staff_id, state, xmin),
  UPDATE (person_id) ON public.appointment TO accompany_guard;
