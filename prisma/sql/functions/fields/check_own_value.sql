-- An answer tells of what its field is asked of, and is of the kind that its field takes, in the column of its type, with a code of the edition in which it was
-- asked; encrypted as a whole where the field is sensitive or the file sealed. Without a session (a restore) the organisation is not asked. A partner is one of the same organisation, and one that may still be chosen: an older answer stays, as it is not written again. Of a retired field or an older edition it is taken all the same: what was typed is not lost.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_own_value() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record; is_closed boolean; has boolean;
  one jsonb := pg_catalog.to_jsonb(NEW);
  told_of text := CASE WHEN one ->> 'encounter_id' IS NULL THEN TG_ARGV[0] ELSE 'encounter' END;
BEGIN
  SELECT d.type, d.class, d.organisation_id, e.options INTO f
    FROM public.own_field d JOIN public.own_field_edition e ON e.field_id = d.id
   WHERE d.id = NEW.field_id AND e.edition = NEW.edition AND d.owner = told_of AND d.organisation_id = COALESCE(app.organisation_id(), d.organisation_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such field of this organisation' USING ERRCODE = '42501';
  END IF;
  is_closed := f.class = 'sensitive' OR CASE TG_ARGV[0] WHEN 'file' THEN one ->> 'secrecy' = 'sealed' WHEN 'visit' THEN false
    ELSE EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.person_id = (one ->> 'person_id')::uuid AND cp.secrecy = 'sealed') END;
  IF is_closed <> (NEW.state IS NULL) THEN
    RAISE EXCEPTION 'a sensitive answer is encrypted as a whole, and no other one' USING ERRCODE = '23514';
  END IF;
  IF NEW.state = 'given' THEN
    has := CASE
      WHEN f.type = 'yes_no' THEN NEW.code IN ('yes', 'no') AND NEW.position = 0
      WHEN f.type IN ('one', 'several') THEN (f.type = 'several' OR NEW.position = 0)
        AND f.options @> pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('code', NEW.code))
      WHEN f.type = 'amount' THEN NEW.amount IS NOT NULL
      WHEN f.type = 'date' THEN NEW.on_from IS NOT NULL
      WHEN f.type = 'place' THEN NEW.place_id IS NOT NULL
      WHEN f.type = 'partner' THEN EXISTS (SELECT FROM public.partner p WHERE p.id = NEW.partner_id AND p.organisation_id = f.organisation_id
        AND (app.organisation_id() IS NULL OR p.retired_at IS NULL AND p.same_as IS NULL))
      WHEN f.type IN ('reference', 'contact') THEN NEW.cipher IS NOT NULL
      ELSE NEW.cipher IS NOT NULL AND NEW.number_mark IS NULL AND NEW.tail_mark IS NULL END;
    IF has IS NOT TRUE THEN
      RAISE EXCEPTION 'an answer of another kind than the field takes' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.check_own_value() TO accompany_owner;
