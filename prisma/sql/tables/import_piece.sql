CREATE POLICY bring ON public.import_piece FOR INSERT TO accompany_app
  WITH CHECK (state = 'waiting' AND (import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'brought')));
CREATE POLICY go_on ON public.import_piece FOR UPDATE TO accompany_app
  USING (state = 'waiting' AND (import_id IN (SELECT i.id FROM public.import i WHERE i.state = 'running')))
  WITH CHECK (import_id IN (SELECT i.id FROM public.import i));
CREATE POLICY leads ON public.import_piece FOR SELECT TO accompany_app USING (import_id IN (SELECT i.id FROM public.import i));
CREATE TRIGGER stamp_piece BEFORE UPDATE ON public.import_piece
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.stamp_piece();
GRANT SELECT, UPDATE (cipher, state) ON public.import_piece TO accompany_guard;
GRANT UPDATE (cipher, revision, state) ON public.import_piece TO accompany_app;
