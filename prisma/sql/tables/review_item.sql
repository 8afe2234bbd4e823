CREATE POLICY own ON public.review_item AS RESTRICTIVE FOR SELECT TO accompany_app USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY own_add ON public.review_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND (review_id IN (SELECT r.id FROM public.review r)) AND decision IS NULL);
CREATE POLICY own_work ON public.review_item AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator'::public.role);
GRANT INSERT, SELECT, UPDATE (comment_id, decided_at, decision, next_review_before, reviewed_at_before, reviewed_by_before, step_before,
  step_revision, task_id, text_cipher, text_revision, undone_at) ON public.review_item TO accompany_app;
GRANT SELECT (xmin) ON public.review_item TO accompany_guard;
