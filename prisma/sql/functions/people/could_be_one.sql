-- Ages as said, read and estimated lie years apart for one person: only what lies further apart than that speaks against it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.could_be_one(one uuid, other uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH home AS (
    SELECT n.person_id, n.country FROM public.nationality n
     WHERE n.person_id IN (one, other) AND n.withdrawn_at IS NULL AND n.country IS NOT NULL AND n.country NOT LIKE 'X%'),
  born AS (
    SELECT a.person_id, min(a.born_earliest) AS earliest, max(a.born_latest) AS latest FROM public.age_claim a
     WHERE a.person_id IN (one, other) AND a.withdrawn_at IS NULL AND a.born_earliest IS NOT NULL AND a.born_latest IS NOT NULL
     GROUP BY a.person_id)
  SELECT ((SELECT pg_catalog.count(DISTINCT h.person_id) FROM home h) < 2
          OR EXISTS (SELECT 1 FROM home x JOIN home y USING (country) WHERE x.person_id = one AND y.person_id = other))
     AND NOT EXISTS (SELECT 1 FROM born x, born y
                      WHERE x.person_id <> y.person_id AND x.latest + interval '5 years' < y.earliest)
$$;
