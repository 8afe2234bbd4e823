CREATE POLICY concerned ON public.glass FOR SELECT TO accompany_app USING (id = ANY ((SELECT app.my_glasses())::uuid[]));
CREATE POLICY guards ON public.glass FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
-- Why, in words: by the one who broke it, once.
CREATE POLICY words ON public.glass FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND reason_cipher IS NULL) WITH CHECK (staff_id = (SELECT app.worker_id()));
GRANT SELECT, UPDATE (reason_cipher) ON public.glass TO accompany_app;
GRANT INSERT, SELECT, SELECT (case_id, id, xmin), UPDATE (reviewed_at, reviewed_by, verdict) ON public.glass TO accompany_guard;
