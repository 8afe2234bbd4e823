-- A letter is for whom its template in force is, and tells of no less than that. What leaves needs what allows it.
-- Of everyone whom the file is about. Relatives are third parties: initials, ages and what they are to each other, under the
-- family of the one who agreed.
CREATE OR REPLACE FUNCTION app.check_summary_ground() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  asked_person uuid;
  people int := 0;
  scopes text[];
BEGIN
  IF NEW.template_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM public.letter_edition e
        WHERE e.template_id = NEW.template_id AND e.edition = NEW.template_edition AND e.state = 'live'
          AND NEW.audience = CASE e.reader WHEN 'partner' THEN 'organisation' WHEN 'inside' THEN 'colleague' ELSE e.reader END
          AND NEW.sections @> e.sections
          AND NOT EXISTS (SELECT FROM public.letter_edition l WHERE l.template_id = e.template_id AND l.edition > e.edition)) THEN
    RAISE EXCEPTION 'a letter is made from the template in force, for its reader' USING ERRCODE = '23514';
  END IF;
  IF NEW.attachment_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM public.attachment a WHERE a.id = NEW.attachment_id AND a.case_id = NEW.case_id AND a.kind = 'letter') THEN
    RAISE EXCEPTION 'a letter is a paper of its file' USING ERRCODE = '23514';
  END IF;
  IF NEW.audience NOT IN ('lawyer', 'organisation', 'authority') THEN
    RETURN NEW;
  END IF;
  IF NEW.ground IS NULL THEN
    RAISE EXCEPTION 'a summary that leaves the organisation says what allows it' USING ERRCODE = '23514';
  END IF;
  IF NEW.ground = 'consent' THEN
    SELECT app.summary_scopes(NEW.sections, f.kind) INTO scopes FROM public.case_file f WHERE f.id = NEW.case_id;
    FOR asked_person IN SELECT cp.person_id FROM public.case_person cp
                     WHERE cp.case_id = NEW.case_id AND cp.role = 'principal' AND cp.until IS NULL ORDER BY 1 LOOP
      people := people + 1;
      PERFORM app.require_consent(NEW.case_id, asked_person, 'summary', NEW.recipient, scopes);
    END LOOP;
    IF people = 0 THEN
      RAISE EXCEPTION 'nobody in the file could agree' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
