-- A word that is said or taken back is heard of anyone who stands there already.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.ask_again_for_duplicates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.twin_check (person_id)
  SELECT DISTINCT w.person_id FROM public.name_word w JOIN public.team t ON t.id = w.team_id
   WHERE t.organisation_id = NEW.organisation_id AND w.span = 1 AND NOT w.within AND w.sound IN (NEW.one_sound, NEW.other_sound)
     AND w.key IN (app.sound_key(NEW.one_sound), app.sound_key(NEW.other_sound))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.ask_again_for_duplicates() TO accompany_owner;
