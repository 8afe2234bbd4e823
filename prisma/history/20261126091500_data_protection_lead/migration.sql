-- Who reads what leaves with the eyes of data protection: a capability of an admin, given by another one (docs/adr/0081). She signs
-- releases that she did not make; nobody else does.

ALTER TABLE "staff" ADD COLUMN "leads_data_protection" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE public.staff ADD CONSTRAINT staff_lead_is_admin CHECK (role = 'admin' OR NOT leads_data_protection);
GRANT SELECT (leads_data_protection), UPDATE (leads_data_protection) ON public.staff TO accompany_guard;

-- Whoever leaves the role leaves the capability.
CREATE FUNCTION app.end_data_lead() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.leads_data_protection := false;
  RETURN NEW;
END $$;
CREATE TRIGGER end_data_lead BEFORE UPDATE OF role ON public.staff
  FOR EACH ROW WHEN (OLD.leads_data_protection AND NEW.role <> 'admin') EXECUTE FUNCTION app.end_data_lead();

DROP FUNCTION app.sign_release(text);
SET ROLE accompany_guard;

-- Gives the capability to another active admin of the house, or takes it. False: there is no such admin, or she is oneself.
CREATE FUNCTION app.name_data_lead(account uuid, leads boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin names who leads data protection' USING ERRCODE = '42501';
  END IF;
  UPDATE public.staff s SET leads_data_protection = leads
   WHERE s.id = account AND s.id <> admin AND s.organisation_id = house AND s.active AND s.role = 'admin';
  RETURN FOUND;
END $$;

-- Signs a release as it stands, and says 'signed'; else why not: it is no release of the house, she does not lead data protection,
-- she made it herself, or it is signed.
CREATE FUNCTION app.sign_release(release text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  made record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin signs a release' USING ERRCODE = '42501';
  END IF;
  SELECT r.requested_by, r.own_hash INTO made FROM public.sdc_release r
   WHERE r.id = release AND r.organisation_id = house AND r.own_hash IS NOT NULL;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF NOT EXISTS (SELECT 1 FROM public.staff s WHERE s.id = admin AND s.leads_data_protection) THEN RETURN 'notLead'; END IF;
  IF made.requested_by = admin THEN RETURN 'notOneself'; END IF;
  INSERT INTO public.sdc_signature (release_id, signed_by, signed_hash) VALUES (release, admin, made.own_hash)
  ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'signed' ELSE 'signedBefore' END;
END $$;

REVOKE ALL ON FUNCTION app.name_data_lead(uuid, boolean), app.sign_release(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.name_data_lead(uuid, boolean), app.sign_release(text) TO accompany_app;
RESET ROLE;
