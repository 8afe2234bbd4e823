CREATE POLICY guards ON public.sdc_handover FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_handover FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY reads ON public.sdc_handover FOR SELECT TO accompany_stats USING (release_id IN (SELECT r.id FROM public.sdc_release r));
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.sdc_handover FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT (purpose, recipient, release_id, requested_by) ON public.sdc_handover TO accompany_guard;
