CREATE POLICY no_guest ON public.attachment AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.attachment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND removed_at IS NULL);
CREATE TRIGGER check_photo_consent BEFORE INSERT ON public.attachment
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND new.kind = 'photo')
  EXECUTE FUNCTION app.check_photo_consent();
CREATE TRIGGER drop_pieces AFTER UPDATE OF removed_at ON public.attachment
  FOR EACH ROW WHEN (old.removed_at IS NULL AND new.removed_at IS NOT NULL)
  EXECUTE FUNCTION app.drop_pieces();
CREATE TRIGGER guard_attachment BEFORE UPDATE ON public.attachment
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_attachment();
GRANT INSERT, SELECT, UPDATE (removed_at, removed_because, removed_by, scan) ON public.attachment TO accompany_app;
GRANT SELECT (id, xmin) ON public.attachment TO accompany_guard;
