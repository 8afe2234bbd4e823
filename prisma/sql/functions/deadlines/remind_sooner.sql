-- Brings reminders of open deadlines forward, and never back.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.remind_sooner(deadlines uuid[], days date[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.deadline d SET remind_on = n.day
    FROM ROWS FROM (pg_catalog.unnest(deadlines), pg_catalog.unnest(days)) AS n (id, day)
   WHERE d.id = n.id AND d.status = 'open' AND (d.remind_on IS NULL OR d.remind_on > n.day);
$$;
GRANT EXECUTE ON FUNCTION app.remind_sooner(uuid[], date[]) TO accompany_job;
