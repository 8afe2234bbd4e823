-- The words by which names are found stand with anyone who has the names, in each of their files.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.settle_words(people uuid[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.name_word w SET person_id = n.person_id FROM public.person_name n
   WHERE n.id = w.name_id AND n.person_id = ANY (people) AND w.person_id <> n.person_id
     AND EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.case_id = w.case_id AND cp.person_id = n.person_id);
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within)
  SELECT DISTINCT cp.case_id, n.person_id, w.name_id, w.starts, w.span, w.key, w.word, w.sound, false
    FROM public.person_name n JOIN public.name_word w ON w.name_id = n.id AND NOT w.within
    JOIN public.case_person cp ON cp.person_id = n.person_id
   WHERE n.person_id = ANY (people)
  ON CONFLICT DO NOTHING;
  DELETE FROM public.name_word w USING public.person_name n
   WHERE n.id = w.name_id AND n.person_id = ANY (people)
     AND (w.person_id <> n.person_id
       OR NOT EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.case_id = w.case_id AND cp.person_id = n.person_id))
$$;
