-- What a row replaces, or is the same as, stands in the same episode. A policy cannot ask its own table.
CREATE OR REPLACE FUNCTION app.check_detention_event() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(ARRAY[NEW.replaces, NEW.same_as]) AS said(id)
              WHERE said.id IS NOT NULL AND NOT EXISTS (
                SELECT FROM public.detention_event e
                 WHERE e.id = said.id AND e.episode_id = NEW.episode_id AND e.kind = NEW.kind)) THEN
    RAISE EXCEPTION 'an event is replaced within its episode' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
