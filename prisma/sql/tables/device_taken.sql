CREATE POLICY guards ON public.device_taken FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.device_taken FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.device_store d WHERE d.id = device_taken.store_id AND d.staff_id = (SELECT app.actor_id())));
-- Only a file that is read, and none of a circle.
CREATE POLICY own_insert ON public.device_taken FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.device_store d WHERE d.id = device_taken.store_id AND d.staff_id = (SELECT app.worker_id()))
    AND EXISTS (SELECT FROM public.case_file f WHERE f.id = device_taken.case_id AND f.secrecy = 'open' AND f.kind <> 'thb'));
GRANT SELECT (case_id, id, place_id, store_id, taken_at, taken_id, until), INSERT (case_id, place_id, store_id, taken_id,
  until) ON public.device_taken TO accompany_app;
GRANT DELETE, SELECT (case_id, id, store_id, taken_at, until, xmin) ON public.device_taken TO accompany_guard;
