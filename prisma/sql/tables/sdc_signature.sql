CREATE POLICY guards ON public.sdc_signature FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_signature FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY reads ON public.sdc_signature FOR SELECT TO accompany_stats USING (release_id IN (SELECT r.id FROM public.sdc_release r));
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.sdc_signature FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT (release_id) ON public.sdc_signature TO accompany_guard;
