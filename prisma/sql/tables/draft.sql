-- Encrypted bytes, in the transaction that erases (app.drafts_for_erasure).
CREATE POLICY erases ON public.draft FOR DELETE TO accompany_guard USING (true);
CREATE POLICY erases_which ON public.draft FOR SELECT TO accompany_guard USING (true);
CREATE POLICY own ON public.draft FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT DELETE, INSERT, SELECT, UPDATE (cipher, iv, revision, updated_at) ON public.draft TO accompany_app;
GRANT DELETE, SELECT (cipher, iv, slot, staff_id, tab) ON public.draft TO accompany_guard;
