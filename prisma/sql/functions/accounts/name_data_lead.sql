-- Gives the capability to another active admin of the organisation who counts as a second person, or takes it. In one word what came of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.name_data_lead(account uuid, leads boolean) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin names who leads data protection' USING ERRCODE = '42501';
  END IF;
  IF account = admin OR NOT EXISTS (SELECT FROM public.staff s WHERE s.id = account AND s.organisation_id = organisation AND s.active AND s.role = 'admin') THEN
    RETURN 'notFound';
  END IF;
  fault := CASE WHEN leads THEN app.second_person(admin, account, 'setup') END;
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  -- Allowed although the account counts for nothing yet: only before the first file.
  UPDATE public.staff s
     SET leads_data_protection = leads,
         data_lead_alone = leads AND app.second_person(admin, account, 'release') IS NOT NULL
   WHERE s.id = account;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.name_data_lead(uuid, boolean) TO accompany_app;
