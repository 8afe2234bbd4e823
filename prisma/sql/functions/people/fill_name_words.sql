-- Names that came without their triggers: what stood before this migration, and what the bench copies in.
CREATE OR REPLACE FUNCTION app.fill_name_words() RETURNS void
  LANGUAGE sql SET search_path = ''
AS $$
  -- Many people bear the same name: each spelling is heard once.
  WITH spelling AS MATERIALIZED (
    SELECT d.text, w.starts, w.span, w.word, w.sound, k.key
      FROM (SELECT DISTINCT n.text FROM public.person_name n WHERE n.text IS NOT NULL AND n.withdrawn_at IS NULL) d,
           app.name_words(d.text) w, pg_catalog.unnest(w.keys) k(key))
  INSERT INTO public.name_word (case_id, person_id, name_id, starts, span, key, word, sound, within, team_id, secrecy)
  SELECT cp.case_id, n.person_id, n.id, w.starts, w.span, w.key, w.word, w.sound, n.circle_case_id IS NOT NULL, cp.team_id, cp.secrecy
    FROM public.person_name n
    JOIN public.case_person cp ON cp.person_id = n.person_id AND (n.circle_case_id IS NULL OR cp.case_id = n.circle_case_id)
    JOIN spelling w ON w.text = n.text
   WHERE n.withdrawn_at IS NULL AND cp.secrecy <> 'sealed'
  ON CONFLICT DO NOTHING
$$;
