CREATE POLICY erases ON public.erasure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON public.erasure TO accompany_guard;
