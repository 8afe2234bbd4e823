CREATE POLICY guards ON public.glass_try FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON public.glass_try TO accompany_guard;
