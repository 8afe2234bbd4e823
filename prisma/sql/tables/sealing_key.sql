CREATE POLICY guards ON public.sealing_key FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT (id, made_at, open_until, public, used_until, wrapped), INSERT (id, open_until, public, used_until,
  wrapped) ON public.sealing_key TO accompany_guard;
