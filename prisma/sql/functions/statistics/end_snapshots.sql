-- Ends what is past its term, and says which: the key is destroyed first, then the rows go. The term is here and not with the one
-- who asks.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_snapshots() RETURNS TABLE (ended uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone uuid[];
BEGIN
  IF app.job() IS DISTINCT FROM 'statistics' THEN
    RAISE EXCEPTION 'only the job for statistics ends snapshots' USING ERRCODE = '42501';
  END IF;
  WITH over AS (
    UPDATE public.snapshot s SET wrapped_key = NULL, ended_at = app.now()
     WHERE s.ended_at IS NULL
       AND (app.now() AT TIME ZONE 'Europe/Brussels')::date > pg_catalog.make_date(EXTRACT(year FROM s.period_end)::integer + 5, 12, 31)
    RETURNING s.id)
  SELECT pg_catalog.array_agg(o.id ORDER BY o.id) INTO gone FROM over o;
  DELETE FROM public.sdc_record r WHERE r.snapshot_id = ANY (gone);
  DELETE FROM public.sdc_standard t WHERE t.snapshot_id = ANY (gone);
  RETURN QUERY SELECT pg_catalog.unnest(gone);
END $$;
GRANT EXECUTE ON FUNCTION app.end_snapshots() TO accompany_job;
