-- Frozen rows and the key of a snapshot end five years after its calendar year (docs/adr/0102). What was released from it stays in the
-- register, and so does the line of the snapshot. A year and its quarters end on one day: they are audited as one system (0100).
ALTER TABLE public.snapshot
  ADD COLUMN "ended_at" TIMESTAMPTZ(3),
  ALTER COLUMN "wrapped_key" DROP NOT NULL,
  ADD CONSTRAINT snapshot_key CHECK ((wrapped_key IS NULL) = (ended_at IS NOT NULL));

GRANT SELECT (ended_at), UPDATE (ended_at, wrapped_key) ON public.snapshot TO accompany_guard;
GRANT SELECT (snapshot_id), DELETE ON public.sdc_record TO accompany_guard;
CREATE POLICY ends ON public.snapshot FOR UPDATE TO accompany_guard USING (true) WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY ends_which ON public.sdc_record FOR SELECT TO accompany_guard USING (true);
CREATE POLICY ends ON public.sdc_record FOR DELETE TO accompany_guard USING (true);

SET ROLE accompany_guard;

-- Whether a snapshot has ended: its rows may go then, and never before.
CREATE FUNCTION app.is_ended(frozen uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT FROM public.snapshot s WHERE s.id = frozen AND s.ended_at IS NOT NULL) $$;

-- Ends what is past its term, and says which: the key is destroyed first, then the rows go. The term is here and not with whoever asks.
CREATE FUNCTION app.end_snapshots() RETURNS TABLE (ended uuid)
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
  RETURN QUERY SELECT pg_catalog.unnest(gone);
END $$;

-- A row of a snapshot goes when that has ended, and never before.
CREATE FUNCTION app.keep_frozen() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' AND app.is_ended(OLD.snapshot_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION app.is_ended(uuid), app.end_snapshots(), app.keep_frozen() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_snapshots() TO accompany_job;
GRANT EXECUTE ON FUNCTION app.keep_frozen() TO accompany_owner;
RESET ROLE;

-- A snapshot changes once, when it ends.
DROP TRIGGER refuse_change ON public.snapshot;
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.snapshot FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
        OR (OLD.id, OLD.organisation_id, OLD.period_kind, OLD.period_start, OLD.period_end, OLD.version, OLD.built_at, OLD.engine_version, OLD.left_out)
           IS DISTINCT FROM (NEW.id, NEW.organisation_id, NEW.period_kind, NEW.period_start, NEW.period_end, NEW.version, NEW.built_at, NEW.engine_version, NEW.left_out))
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.snapshot FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
DROP TRIGGER refuse_change ON public.sdc_record;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON public.sdc_record FOR EACH ROW EXECUTE FUNCTION app.keep_frozen();
