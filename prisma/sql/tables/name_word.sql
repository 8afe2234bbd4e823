CREATE POLICY colleagues ON public.name_word AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
GRANT SELECT ON public.name_word TO accompany_app;
GRANT DELETE, INSERT, SELECT, UPDATE (person_id) ON public.name_word TO accompany_guard;
