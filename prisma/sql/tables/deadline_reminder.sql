CREATE POLICY guards ON public.deadline_reminder FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON public.deadline_reminder TO accompany_guard;
