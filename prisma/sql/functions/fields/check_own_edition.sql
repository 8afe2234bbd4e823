-- Editions follow each other without a gap, so that two admins do not publish over each other; a code that was published stays, so that no answer
-- loses its words.
CREATE OR REPLACE FUNCTION app.check_own_edition() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE before record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.own_field f WHERE f.id = NEW.field_id AND f.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an edition belongs to a field of its organisation' USING ERRCODE = '42501';
  END IF;
  SELECT e.edition, e.options INTO before FROM public.own_field_edition e WHERE e.field_id = NEW.field_id ORDER BY e.edition DESC LIMIT 1;
  IF NEW.edition <> COALESCE(before.edition, 0) + 1 THEN
    RAISE EXCEPTION 'editions follow each other' USING ERRCODE = '23505';
  END IF;
  IF EXISTS (SELECT 1 FROM pg_catalog.jsonb_array_elements(COALESCE(before.options, '[]')) o
              WHERE NOT NEW.options @> pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('code', o.value -> 'code'))) THEN
    RAISE EXCEPTION 'an option that was published stays' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
