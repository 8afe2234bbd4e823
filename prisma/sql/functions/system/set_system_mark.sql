-- What was done or looked at, and how it went: backup and verify by the role that reads everything, the rest by the jobs.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.set_system_mark(which text, went_well boolean, how_much bigint) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO public.system_mark AS m (kind, at, ok, succeeded_at, failing_since, amount)
  VALUES (which, app.now(), went_well, CASE WHEN went_well THEN app.now() END, CASE WHEN NOT went_well THEN app.now() END, how_much)
  ON CONFLICT (kind) DO UPDATE SET at = app.now(), ok = went_well, amount = how_much,
    succeeded_at = CASE WHEN went_well THEN app.now() ELSE m.succeeded_at END,
    failing_since = CASE WHEN NOT went_well THEN COALESCE(m.failing_since, app.now()) END
$$;
GRANT EXECUTE ON FUNCTION app.set_system_mark(text, boolean, bigint) TO accompany_job, accompany_backup;
