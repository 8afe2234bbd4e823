-- What a calendar program may know of someone’s visits: centre, day, hours. No person, no code, no colleague, no plan id.
-- No row: the secret is unknown, revoked, or of a colleague who left; the three cannot be told apart. At most sixty times
-- an hour (`allowed`), two hundred visits, from a month ago to half a year ahead.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.read_calendar(hash text)
  RETURNS TABLE (allowed boolean, locale text, uid text, on_date date, starts_at text, ends_at text, centre text, revision int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  feed uuid;
  person uuid;
  tongue text;
  hits int;
  this_hour constant timestamptz := pg_catalog.date_trunc('hour', app.now());
BEGIN
  UPDATE public.calendar_feed f
     SET fetches = CASE WHEN f.fetched_at = this_hour THEN LEAST(f.fetches + 1, 1000) ELSE 1 END, fetched_at = this_hour
    FROM public.staff s
   WHERE f.secret_hash = hash AND f.revoked_at IS NULL
     AND s.id = f.staff_id AND s.active AND s.role IN ('caseworker', 'coordinator')
  RETURNING f.id, s.id, coalesce(s.locale, 'en')::text, f.fetches INTO feed, person, tongue, hits;
  IF feed IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT hits <= 60, tongue, e.uid, e.on_date, e.starts_at, e.ends_at, e.centre, e.revision
      FROM (VALUES (1)) AS one(n)
      LEFT JOIN LATERAL (
        SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(feed::text || p.id::text, 'UTF8')), 'hex') AS uid,
               p.on_date, p.starts_at, p.ends_at,
               CASE tongue WHEN 'fr' THEN c.label_fr WHEN 'nl' THEN c.label_nl WHEN 'de' THEN c.label_de ELSE c.label_en END AS centre,
               p.version AS revision
          FROM public.visit_plan_visitor v
          JOIN public.visit_plan p ON p.id = v.plan_id
          JOIN public.place c ON c.id = p.place_id
         WHERE v.staff_id = person AND v.goes AND p.state = 'published' AND hits <= 60
           AND p.on_date BETWEEN (app.now() - interval '31 days')::date AND (app.now() + interval '183 days')::date
         ORDER BY p.on_date, p.id
         LIMIT 200) e ON true;
END $$;
GRANT EXECUTE ON FUNCTION app.read_calendar(text) TO accompany_auth;
