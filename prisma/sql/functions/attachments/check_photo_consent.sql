CREATE OR REPLACE FUNCTION app.check_photo_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  asked_person uuid;
  people int := 0;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
  FOR asked_person IN SELECT cp.person_id FROM public.case_person cp
                   WHERE cp.case_id = NEW.case_id AND cp.role = 'principal' AND cp.until IS NULL ORDER BY 1 LOOP
    people := people + 1;
    IF NOT EXISTS (
      SELECT FROM public.consent c
       WHERE c.case_id = NEW.case_id AND c.person_id = asked_person AND c.purpose = 'photo'
         AND app.consent_gap(NEW.case_id, asked_person, 'photo',
               CASE WHEN c.recipient = 'named' THEN 'named:' || c.id ELSE c.recipient END, ARRAY['identity']) IS NULL) THEN
      RAISE EXCEPTION 'no consent to a photo' USING ERRCODE = '23514';
    END IF;
  END LOOP;
  IF people = 0 THEN
    RAISE EXCEPTION 'nobody in the file could agree to a photo' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
