-- One step leads to the partner that is used: never a chain, also when two are joined at the same moment.
CREATE OR REPLACE FUNCTION app.check_same_partner() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('partners:' || NEW.organisation_id, 0));
  IF EXISTS (SELECT FROM public.partner p WHERE p.same_as = NEW.id)
     OR EXISTS (SELECT FROM public.partner p WHERE p.id = NEW.same_as AND p.same_as IS NOT NULL) THEN
    RAISE EXCEPTION 'a partner that was joined with another is not joined again' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
