-- Who leads data protection may have been named by one admin alone, before the organisation's first file. The account page says so for as
-- long as nobody has named them anew beside an account that counts as a second person (docs/adr/0104).
ALTER TABLE "staff" ADD COLUMN "data_lead_alone" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE public.staff ADD CONSTRAINT staff_alone_is_lead CHECK (leads_data_protection OR NOT data_lead_alone);
GRANT SELECT (data_lead_alone), UPDATE (data_lead_alone) ON public.staff TO accompany_guard;

-- Whoever leaves the role leaves the capability, and the mark with it.
CREATE OR REPLACE FUNCTION app.end_data_lead() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.leads_data_protection := false;
  NEW.data_lead_alone := false;
  RETURN NEW;
END $$;

SET ROLE accompany_guard;

CREATE OR REPLACE FUNCTION app.name_data_lead(account uuid, leads boolean) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin names who leads data protection' USING ERRCODE = '42501';
  END IF;
  IF account = admin OR NOT EXISTS (SELECT FROM public.staff s WHERE s.id = account AND s.organisation_id = house AND s.active AND s.role = 'admin') THEN
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

RESET ROLE;
