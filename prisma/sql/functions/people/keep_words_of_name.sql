SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_words_of_name() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM public.name_word w WHERE w.name_id = NEW.id;
  END IF;
  IF NEW.text IS NOT NULL AND NEW.withdrawn_at IS NULL THEN
    INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
    SELECT cp.case_id, NEW.person_id, NEW.id, w.starts, w.span, k.key, w.word, w.sound, NEW.circle_case_id IS NOT NULL
      FROM public.case_person cp, app.name_words(NEW.text) w, pg_catalog.unnest(w.keys) k(key)
     WHERE cp.person_id = NEW.person_id AND (NEW.circle_case_id IS NULL OR cp.case_id = NEW.circle_case_id);
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_words_of_name() TO accompany_owner;
