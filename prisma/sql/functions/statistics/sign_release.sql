-- Signs a release as it stands, and says 'signed'; else why not: it is no release of the organisation, the actor does not lead data
-- protection or made it themselves, or it is signed.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.sign_release(release text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  made record;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin signs a release' USING ERRCODE = '42501';
  END IF;
  SELECT r.requested_by, r.own_hash INTO made FROM public.sdc_release r
   WHERE r.id = release AND r.organisation_id = organisation AND r.own_hash IS NOT NULL;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF NOT EXISTS (SELECT 1 FROM public.staff s WHERE s.id = admin AND s.leads_data_protection) THEN RETURN 'notLead'; END IF;
  fault := app.second_person(made.requested_by, admin, 'release');
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  INSERT INTO public.sdc_signature (release_id, signed_by, signed_hash) VALUES (release, admin, made.own_hash)
  ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'signed' ELSE 'signedBefore' END;
END $$;
GRANT EXECUTE ON FUNCTION app.sign_release(text) TO accompany_app;
