-- How many texts from phones have been in custody for more than a day and rest on no earlier text: the key that they were sealed to is
-- missing, or a later version wrote them. One at which the server fails has come back to its author by then.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.texts_in_custody() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT pg_catalog.count(*)::int FROM public.submission s
   WHERE s.outcome = 'received' AND s.after_id IS NULL AND s.arrived_at < app.now() - interval '25 hours'
$$;
GRANT EXECUTE ON FUNCTION app.texts_in_custody() TO accompany_app, accompany_job;
