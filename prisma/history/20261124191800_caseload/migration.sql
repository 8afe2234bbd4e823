-- The caseload is ordered by how long nobody has seen somebody. That day is kept beside each file by the database, in the
-- words of lib/cases/silence.rules.ts, so that a page of the list costs the same whether the house has a hundred files or
-- a million. A test compares the two on random histories.

ALTER TABLE public.case_file
  ADD COLUMN last_seen_on date,
  ADD COLUMN last_contact_on date,
  ADD COLUMN unseen_on date,
  ADD COLUMN silence_on date;

-- The guard counts days, behind the policies: which day, seen or not, where. What was said stays closed to it.
GRANT SELECT (id, case_id, met_on, outcome) ON public.encounter TO accompany_guard;
GRANT SELECT (id, case_id, happened_on) ON public.note TO accompany_guard;
GRANT SELECT (id, case_id, place_id, since, until) ON public.place_stay TO accompany_guard;
GRANT SELECT (id, kind) ON public.place TO accompany_guard;
GRANT UPDATE (last_seen_on, last_contact_on, unseen_on, silence_on) ON public.case_file TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.count_silence(file uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record;
  seen date; gone date; noted date; stays integer; held integer; since date; excused date;
  allowed integer; unseen date; silent date;
BEGIN
  -- Two conversations saved at once wait for each other here, so that the second counts the first.
  SELECT c.status, c.risk, c.opened_on INTO f FROM public.case_file c WHERE c.id = file FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT max(e.met_on) FILTER (WHERE e.outcome = 'seen'), max(e.met_on) FILTER (WHERE e.outcome = 'gone')
    INTO seen, gone FROM public.encounter e WHERE e.case_id = file;
  SELECT max(n.happened_on) INTO noted FROM public.note n WHERE n.case_id = file;
  SELECT count(*), count(*) FILTER (WHERE p.kind = 'closed_centre') INTO stays, held
    FROM public.place_stay s JOIN public.place p ON p.id = s.place_id WHERE s.case_id = file AND s.until IS NULL;
  SELECT CASE WHEN count(*) = count(s.since) THEN min(s.since) END INTO since
    FROM public.place_stay s JOIN public.place p ON p.id = s.place_id
   WHERE s.case_id = file AND s.until IS NULL AND (held = 0 OR p.kind = 'closed_centre');
  excused := since + 8;
  allowed := CASE f.risk WHEN 'high' THEN 7 WHEN 'medium' THEN 14 WHEN 'low' THEN 30 ELSE 14 END;
  IF f.status IN ('closed', 'closed_referred', 'duplicate', 'archived')
     OR (stays = 0 AND gone IS NOT NULL AND (seen IS NULL OR gone > seen)) THEN
    unseen := NULL;
    silent := NULL;
  ELSIF held = 0 THEN
    unseen := NULL;
    silent := GREATEST(COALESCE(seen, f.opened_on) + allowed, excused);
  ELSIF seen IS NULL AND since IS NULL THEN
    unseen := f.opened_on;
    silent := f.opened_on;
  ELSE
    unseen := GREATEST(COALESCE(seen, since) + 8, excused);
    silent := GREATEST(COALESCE(seen, since) + LEAST(allowed, 8), excused);
  END IF;
  UPDATE public.case_file c
     SET last_seen_on = seen, last_contact_on = GREATEST(seen, noted), unseen_on = unseen, silence_on = silent
   WHERE c.id = file
     AND (c.last_seen_on, c.last_contact_on, c.unseen_on, c.silence_on)
         IS DISTINCT FROM (seen, GREATEST(seen, noted), unseen, silent);
END $$;
REVOKE ALL ON FUNCTION app.count_silence(uuid) FROM PUBLIC;

CREATE FUNCTION app.keep_silence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM app.count_silence(OLD.case_id);
  ELSIF TG_TABLE_NAME = 'case_file' THEN
    PERFORM app.count_silence(NEW.id);
  ELSE
    PERFORM app.count_silence(NEW.case_id);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_silence() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_silence(uuid), app.keep_silence() TO accompany_owner;
RESET ROLE;

CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF met_on, outcome ON public.encounter
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF happened_on ON public.note
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF since, until ON public.place_stay
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
CREATE TRIGGER keep_silence AFTER INSERT OR UPDATE OF status, risk, opened_on ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();

-- Files that exist already.
SET ROLE accompany_guard;
DO $$ BEGIN PERFORM app.count_silence(c.id) FROM public.case_file c; END $$;
RESET ROLE;

-- One index for each order of the list: an office, its order, the id. Closed files are not in them.
CREATE INDEX case_file_by_silence ON public.case_file (team_id, COALESCE(silence_on, DATE '9999-12-31'), id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_unseen ON public.case_file (team_id, COALESCE(silence_on, DATE '9999-12-31'), id)
  WHERE unseen_on IS NOT NULL AND status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_step ON public.case_file (team_id, COALESCE(next_step_on, DATE '9999-12-31'), id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_contact ON public.case_file (team_id, COALESCE(last_contact_on, DATE '0001-01-01'), id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_opening ON public.case_file (team_id, opened_on, id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_code ON public.case_file (team_id, code, id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
