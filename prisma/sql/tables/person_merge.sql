CREATE POLICY guards ON public.person_merge FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
-- Taken back, it tells of two people: to anyone who reaches both.
CREATE POLICY reach ON public.person_merge FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_merge.kept_id))
    AND (undone_at IS NULL OR (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_merge.absorbed_id))));
CREATE TRIGGER forget_parted AFTER UPDATE OF conflicts ON public.person_merge
  FOR EACH ROW WHEN (new.undone_at IS NOT NULL)
  EXECUTE FUNCTION app.forget_parted();
GRANT SELECT ON public.person_merge TO accompany_app;
GRANT INSERT, SELECT, UPDATE ON public.person_merge TO accompany_guard;
