CREATE POLICY no_guest ON public.attachment_piece AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
-- Pieces come with their paper, by the one who brings it, and never again.
CREATE POLICY own ON public.attachment_piece AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.attachment a WHERE a.id = attachment_piece.attachment_id AND a.removed_at IS NULL
    AND a.xmin = pg_current_xact_id()::xid));
GRANT INSERT, SELECT ON public.attachment_piece TO accompany_app;
GRANT DELETE, SELECT (attachment_id) ON public.attachment_piece TO accompany_guard;
