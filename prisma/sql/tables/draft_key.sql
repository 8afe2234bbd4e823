CREATE POLICY erases_which ON public.draft_key FOR SELECT TO accompany_guard USING (true);
CREATE POLICY own ON public.draft_key FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
CREATE POLICY own_insert ON public.draft_key FOR INSERT TO accompany_app WITH CHECK (staff_id = (SELECT app.actor_id()));
GRANT INSERT, SELECT ON public.draft_key TO accompany_app;
GRANT SELECT (staff_id, wrapped) ON public.draft_key TO accompany_guard;
