CREATE POLICY change ON public.staff FOR UPDATE TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
    AND (id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) = 'admin'::public.role))
  WITH CHECK (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.staff FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY own ON public.staff FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY signs_in ON public.staff FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE TRIGGER doubt_new_admin BEFORE UPDATE OF role ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND old.role <> 'admin'::public.role AND new.role = 'admin'::public.role)
  EXECUTE FUNCTION app.doubt_new_admin();
CREATE TRIGGER doubt_new_role BEFORE UPDATE OF role ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND old.role = 'admin'::public.role AND new.role <> 'admin'::public.role)
  EXECUTE FUNCTION app.doubt_new_role();
CREATE TRIGGER end_capabilities AFTER UPDATE OF active, role ON public.staff
  FOR EACH ROW
    WHEN ((old.active AND NOT new.active) OR (old.role <> 'guest'::public.role AND new.role = 'guest'::public.role))
  EXECUTE FUNCTION app.end_capabilities();
CREATE TRIGGER end_data_lead BEFORE UPDATE OF role ON public.staff
  FOR EACH ROW WHEN (old.leads_data_protection AND new.role <> 'admin'::public.role)
  EXECUTE FUNCTION app.end_data_lead();
CREATE TRIGGER guard_leaving AFTER UPDATE OF active, role ON public.staff
  FOR EACH ROW
    WHEN (CURRENT_USER = 'accompany_app' AND old.active AND (old.role IN ('caseworker'::public.role, 'coordinator'::public.role))
      AND (NOT new.active OR (new.role NOT IN ('caseworker'::public.role, 'coordinator'::public.role))))
  EXECUTE FUNCTION app.guard_leaving();
CREATE TRIGGER guard_staff BEFORE UPDATE ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.guard_staff();
CREATE TRIGGER welcome_staff BEFORE INSERT ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_auth')
  EXECUTE FUNCTION app.welcome_staff();
GRANT SELECT, UPDATE (active, languages, locale, name, role, version) ON public.staff TO accompany_app;
GRANT INSERT, SELECT, UPDATE (locale, version) ON public.staff TO accompany_auth;
GRANT SELECT, SELECT (data_lead_alone, leads_data_protection), UPDATE (data_lead_alone, leads_data_protection, vouched_at,
  vouched_by) ON public.staff TO accompany_guard;
