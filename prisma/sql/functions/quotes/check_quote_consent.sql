-- What someone said is kept for reports only while they agree to it.
CREATE OR REPLACE FUNCTION app.check_quote_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM app.require_consent(NEW.case_id, NEW.person_id, 'quote', 'house', '{}');
  RETURN NEW;
END $$;
