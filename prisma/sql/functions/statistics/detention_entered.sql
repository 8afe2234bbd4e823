SET ROLE accompany_guard;
-- How the last detention of each person ended and how long it lasted, as it was written down by the end of a period: codes only, for the
-- job that freezes. Sealed files are read as app.steps_entered reads them. Who is held still, and of whom it is not known, are one answer.
-- A day that is not certain says "long" or "short" only when every day that it may have been says so.
CREATE OR REPLACE FUNCTION app.detention_entered(house uuid, entered_before timestamptz, last_day date)
  RETURNS TABLE (person_id uuid, ending text, length text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH offices AS (
    SELECT id FROM public.team WHERE app.job() = 'statistics' AND organisation_id = house
  ), events AS (
    SELECT e.episode_id, e.kind, e.end_reason, e.on_from, e.on_to, e.created_at, e.id
      FROM public.detention_event e
     WHERE e.team_id IN (SELECT o.id FROM offices o) AND e.kind IN ('ordered', 'ended') AND e.withdrawn_because IS NULL
       AND e.created_at < entered_before
       AND NOT EXISTS (SELECT FROM public.detention_event r WHERE r.replaces = e.id AND r.created_at < entered_before)
  ), stays AS (
    SELECT s.episode_id, s.person_id, s.since, s.until FROM public.place_stay s
     WHERE s.team_id IN (SELECT o.id FROM offices o) AND s.episode_id IS NOT NULL AND s.created_at < entered_before
  ), held AS (
    SELECT s.episode_id, s.person_id, min(s.since) AS since, max(s.until) AS until, pg_catalog.bool_or(s.until IS NULL) AS is_open
      FROM stays s GROUP BY s.episode_id, s.person_id
  ), ordered AS (
    SELECT e.episode_id, min(e.on_from) AS earliest, min(e.on_to) AS latest FROM events e WHERE e.kind = 'ordered' GROUP BY e.episode_id
  ), ended AS (
    SELECT DISTINCT ON (e.episode_id) e.episode_id, e.end_reason, e.on_from, e.on_to
      FROM events e WHERE e.kind = 'ended' ORDER BY e.episode_id, e.on_to DESC NULLS LAST, e.created_at DESC, e.id DESC
  ), whose AS (
    SELECT h.episode_id, h.person_id FROM held h
     UNION
    SELECT d.id, p.person_id FROM public.detention_episode d
      JOIN public.case_person p ON p.case_id = d.case_id AND p.role = 'principal'
     WHERE d.team_id IN (SELECT o.id FROM offices o) AND d.created_at < entered_before
  ), spans AS (
    SELECT w.person_id, w.episode_id, d.created_at, n.end_reason, n.episode_id IS NOT NULL AS is_ended,
           LEAST(h.since, r.earliest) AS earliest, LEAST(h.since, r.latest) AS latest, n.on_from AS end_earliest, n.on_to AS end_latest,
           CASE WHEN h.is_open THEN last_day ELSE h.until END AS held_until
      FROM whose w JOIN public.detention_episode d ON d.id = w.episode_id
      LEFT JOIN held h ON h.episode_id = w.episode_id AND h.person_id = w.person_id
      LEFT JOIN ordered r ON r.episode_id = w.episode_id LEFT JOIN ended n ON n.episode_id = w.episode_id
  )
  SELECT DISTINCT ON (s.person_id) s.person_id,
         CASE WHEN NOT s.is_ended OR s.end_reason = 'unknown' THEN 'unknown'
              WHEN s.end_reason IN ('removed', 'dublin_transferred') THEN 'removed' ELSE 'other_end' END,
         CASE WHEN s.is_ended AND s.end_latest - s.earliest <= 28 THEN '0-28'
              WHEN s.is_ended AND s.end_earliest - s.latest > 28 OR NOT s.is_ended AND s.held_until - s.latest > 28 THEN '29+'
              ELSE 'unknown' END
    FROM spans s
   ORDER BY s.person_id, s.latest DESC NULLS LAST, s.created_at DESC, s.episode_id DESC
$$;
GRANT EXECUTE ON FUNCTION app.detention_entered(uuid, timestamp with time zone, date) TO accompany_job;
