CREATE POLICY ends ON public.sdc_record FOR DELETE TO accompany_guard USING (true);
CREATE POLICY ends_which ON public.sdc_record FOR SELECT TO accompany_guard USING (true);
CREATE POLICY freezes ON public.sdc_record FOR ALL TO accompany_job
  USING ((SELECT app.job()) = 'statistics') WITH CHECK ((SELECT app.job()) = 'statistics');
CREATE POLICY reads ON public.sdc_record FOR SELECT TO accompany_stats USING (snapshot_id IN (SELECT s.id FROM public.snapshot s));
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.sdc_record FOR EACH ROW EXECUTE FUNCTION app.keep_frozen();
GRANT DELETE, SELECT (snapshot_id) ON public.sdc_record TO accompany_guard;
GRANT INSERT, SELECT ON public.sdc_record TO accompany_job;
