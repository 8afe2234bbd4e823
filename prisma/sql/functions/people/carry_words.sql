SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.carry_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
  SELECT DISTINCT NEW.case_id, w.person_id, w.name_id, w.starts, w.span, w.key, w.word, w.sound, false
    FROM public.name_word w WHERE w.person_id = NEW.person_id AND w.case_id <> NEW.case_id AND NOT w.within;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.carry_words() TO accompany_owner;
