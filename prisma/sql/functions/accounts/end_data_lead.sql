-- Anyone who leaves the role leaves the capability, and the mark with it.
CREATE OR REPLACE FUNCTION app.end_data_lead() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.leads_data_protection := false;
  NEW.data_lead_alone := false;
  RETURN NEW;
END $$;
