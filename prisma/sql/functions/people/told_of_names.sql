SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.told_of_names(house uuid) RETURNS TABLE (one_sound text, other_sound text, weight double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH said AS (
    SELECT DISTINCT ON (pg_catalog.lower(r.one), pg_catalog.lower(r.other)) r.one_sound, r.other_sound, r.weight
      FROM public.name_ruling r WHERE r.organisation_id = house
     ORDER BY pg_catalog.lower(r.one), pg_catalog.lower(r.other), r.said_at DESC, r.id DESC),
  ruled AS (
    SELECT s.one_sound, s.other_sound, s.weight FROM said s WHERE s.weight IS NOT NULL
     UNION ALL SELECT s.other_sound, s.one_sound, s.weight FROM said s WHERE s.weight IS NOT NULL)
  SELECT r.one_sound, r.other_sound, r.weight FROM ruled r WHERE r.weight <> 0
   UNION ALL
  SELECT e.one_sound, e.other_sound, e.weight FROM public.name_equivalent e
   WHERE NOT EXISTS (SELECT 1 FROM ruled r WHERE r.one_sound = e.one_sound AND r.other_sound = e.other_sound)
$$;
