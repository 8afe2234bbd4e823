CREATE POLICY guards ON public.twin_check FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, SELECT (person_id, xmin), UPDATE (person_id) ON public.twin_check TO accompany_guard;
