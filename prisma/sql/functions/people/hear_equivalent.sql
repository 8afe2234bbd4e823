-- Two names are told to be one, or told to be two (below zero), by how they sound.
CREATE OR REPLACE FUNCTION app.hear_equivalent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  SELECT w.sound INTO NEW.one_sound FROM app.name_words(NEW.one) w ORDER BY w.span DESC, w.starts LIMIT 1;
  SELECT w.sound INTO NEW.other_sound FROM app.name_words(NEW.other) w ORDER BY w.span DESC, w.starts LIMIT 1;
  RETURN NEW;
END $$;
