-- A process says that it runs, and how. It does so without a session and about no one; one that was silent for a day is forgotten,
-- but for the last that had a key file (app.join_instances).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_instance(which uuid, its_kind text, its_version text, free integer, is_slow boolean, has_waits boolean)
  RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  DELETE FROM public.instance
   WHERE seen_at < app.now() - interval '1 day'
     AND (keys = '{}' OR seen_at < (SELECT pg_catalog.max(o.seen_at) FROM public.instance o WHERE o.keys <> '{}'));
  INSERT INTO public.instance AS i (id, kind, version, started_at, seen_at, disk_free, slow_since, waits_since)
  VALUES (which, its_kind, pg_catalog.left(its_version, 60), app.now(), app.now(), free,
          CASE WHEN is_slow THEN app.now() END, CASE WHEN has_waits THEN app.now() END)
  ON CONFLICT (id) DO UPDATE SET seen_at = app.now(), disk_free = EXCLUDED.disk_free,
    slow_since = CASE WHEN is_slow THEN COALESCE(i.slow_since, app.now()) END,
    waits_since = CASE WHEN has_waits THEN COALESCE(i.waits_since, app.now()) END
$$;
GRANT EXECUTE ON FUNCTION app.tell_instance(uuid, text, text, integer, boolean, boolean) TO accompany_app, accompany_job;
