-- Editions follow each other without a gap, so that two admins do not publish over each other.
CREATE OR REPLACE FUNCTION app.check_letter_edition() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.letter_template t WHERE t.id = NEW.template_id AND t.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an edition belongs to a template of its organisation' USING ERRCODE = '42501';
  END IF;
  IF NEW.edition <> 1 + COALESCE((SELECT max(e.edition) FROM public.letter_edition e WHERE e.template_id = NEW.template_id), 0) THEN
    RAISE EXCEPTION 'editions follow each other' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
