-- Sixty templates at most: more are found by no one. A key names one of them.
CREATE OR REPLACE FUNCTION app.check_letter_count() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF (SELECT count(*) FROM public.letter_template t WHERE t.organisation_id = NEW.organisation_id) >= 60 THEN
    RAISE EXCEPTION 'sixty templates at most' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM public.letter_template t WHERE t.organisation_id = NEW.organisation_id AND t.key = NEW.key) THEN
    RAISE EXCEPTION 'a key names one template' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
