-- What a process has that does not fit the others of its database; nothing when it fits, and then the others know what it has. Keys fit when
-- each side opens what the other closes. Of two that do not fit the later one hears it. A process that ended in silence counts for 40 seconds;
-- a key file that shares nothing with the last one opens nothing that is here.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.join_instances(which uuid, its_build text, its_secret text, its_keys text[])
  RETURNS TABLE (difference text, last_seen timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  RETURN QUERY
    WITH me AS (SELECT i.id, i.version, i.started_at FROM public.instance i WHERE i.id = which),
    earlier AS (
      SELECT i.*, i.version = me.version AS is_alike FROM public.instance i, me
       WHERE i.keys <> '{}' AND (i.started_at, i.id) < (me.started_at, me.id))
    SELECT d.what, pg_catalog.max(e.seen_at)
      FROM earlier e,
      LATERAL (
        SELECT 'keys' WHERE e.keys[1] <> ALL (its_keys) OR its_keys[1] <> ALL (e.keys)
        UNION ALL SELECT 'secret' WHERE e.secret <> its_secret
        UNION ALL SELECT 'build' WHERE e.is_alike AND e.build <> its_build
      ) AS d(what)
     WHERE e.kind = 'pages' AND e.seen_at > app.now() - interval '40 seconds'
     GROUP BY d.what
    UNION ALL
    SELECT 'all keys', e.seen_at FROM (SELECT * FROM earlier ORDER BY seen_at DESC LIMIT 1) e WHERE NOT e.keys && its_keys;
  IF NOT FOUND THEN
    UPDATE public.instance SET build = its_build, secret = its_secret, keys = its_keys WHERE id = which;
  END IF;
END
$$;
GRANT EXECUTE ON FUNCTION app.join_instances(uuid, text, text, text[]) TO accompany_app, accompany_job;
