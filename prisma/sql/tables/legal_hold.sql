CREATE POLICY no_guest ON public.legal_hold AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY signed ON public.legal_hold AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (placed_by = (SELECT app.worker_id()) AND lifted_by IS NULL);
CREATE TRIGGER guard_hold BEFORE UPDATE ON public.legal_hold
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_hold();
GRANT INSERT, SELECT, UPDATE (lifted_at, lifted_by, lifted_cipher) ON public.legal_hold TO accompany_app;
GRANT SELECT (id, lifted_at, review_on, xmin) ON public.legal_hold TO accompany_guard;
