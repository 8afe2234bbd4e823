CREATE POLICY mails ON public.alarm FOR ALL TO accompany_job USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON public.alarm TO accompany_job;
