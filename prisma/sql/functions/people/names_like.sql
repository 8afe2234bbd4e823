SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.names_like(person uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH offices AS MATERIALIZED (
    SELECT DISTINCT t.id, t.organisation_id FROM public.case_person cp JOIN public.team o ON o.id = cp.team_id
      JOIN public.team t ON t.organisation_id = o.organisation_id WHERE cp.person_id = person),
  told AS MATERIALIZED (
    SELECT DISTINCT n.one_sound, n.other_sound, n.weight
      FROM (SELECT DISTINCT o.organisation_id FROM offices o) h, LATERAL app.told_of_names(h.organisation_id) n),
  mine AS MATERIALIZED (
    SELECT DISTINCT w.name_id, w.starts, w.sound, w.key FROM public.name_word w WHERE w.person_id = person AND w.span = 1 AND NOT w.within),
  asked AS (
    SELECT m.name_id, m.starts, m.sound, m.key FROM mine m
    UNION SELECT m.name_id, m.starts, m.sound, app.sound_key(e.other_sound) FROM mine m
            JOIN told e ON e.one_sound = m.sound AND e.weight >= 0.7),
  hits AS (
    SELECT w.person_id AS other, a.name_id AS my_name, w.name_id AS their_name, a.starts AS mine, w.starts AS theirs,
           pg_catalog.bool_or(w.sound = a.sound) AS same
      FROM asked a JOIN public.name_word w ON w.key = a.key AND w.team_id IN (SELECT o.id FROM offices o)
     WHERE w.span = 1 AND NOT w.within AND w.person_id <> person
       AND NOT EXISTS (SELECT 1 FROM told e WHERE e.one_sound = a.sound AND e.other_sound = w.sound AND e.weight < 0)
     GROUP BY 1, 2, 3, 4, 5),
  fits AS (
    SELECT h.other, h.my_name, h.their_name, LEAST(pg_catalog.count(DISTINCT h.mine), pg_catalog.count(DISTINCT h.theirs)) AS fitting,
           pg_catalog.count(DISTINCT h.mine) FILTER (WHERE h.same) AS same
      FROM hits h GROUP BY 1, 2, 3)
  SELECT DISTINCT f.other FROM fits f,
         LATERAL (SELECT pg_catalog.count(DISTINCT w.starts) AS words FROM public.name_word w WHERE w.name_id = f.my_name AND w.span = 1) a,
         LATERAL (SELECT pg_catalog.count(DISTINCT w.starts) AS words FROM public.name_word w WHERE w.name_id = f.their_name AND w.span = 1) b
   -- Every word of the shorter name, and of two names of one word each that they sound the same.
   WHERE f.same > 0 AND f.fitting >= LEAST(a.words, b.words) AND (f.fitting > 1 OR GREATEST(a.words, b.words) = 1)
$$;
