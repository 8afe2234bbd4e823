-- The first day of a minor who is missing and was not found: of each minor, the disappearance that was recorded last.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.missing_since(file uuid) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH RECURSIVE own AS (
    SELECT g.id, g.person_id, g.kind, g.at, g.concerns, g.replaces, g.stands_on
      FROM public.guardianship_event g WHERE g.case_id = file
  ), valid AS (
    SELECT o.* FROM own o
     WHERE o.kind <> 'taken_back' AND NOT EXISTS (SELECT FROM own later WHERE later.replaces = o.id)
  ), followed (found, now) AS (
    -- What was found answers the row that is in the place of the one it named.
    SELECT v.id, v.concerns FROM valid v WHERE v.kind = 'found'
    UNION ALL
    SELECT f.found, next.id FROM followed f JOIN own next ON next.replaces = f.now
  ), last AS (
    SELECT DISTINCT ON (v.person_id) v.id, v.stands_on FROM valid v WHERE v.kind = 'missing'
     ORDER BY v.person_id, v.stands_on DESC, COALESCE(v.at, '') DESC, v.id DESC
  )
  SELECT min(l.stands_on) FROM last l WHERE NOT EXISTS (SELECT FROM followed f WHERE f.now = l.id);
$$;
