SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_tally() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.team_id, OLD.worker_id, OLD.risk, app.is_tallied(OLD.secrecy, OLD.status))
     IS NOT DISTINCT FROM (NEW.team_id, NEW.worker_id, NEW.risk, app.is_tallied(NEW.secrecy, NEW.status)) THEN
    RETURN NULL;
  END IF;
  -- Runs at the end of the transaction, one transaction at a time: two hand-overs that cross would otherwise wait for each other.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('caseload_tally', 0));
  IF TG_OP <> 'INSERT' AND app.is_tallied(OLD.secrecy, OLD.status) THEN
    PERFORM app.tally_file(OLD.team_id, OLD.worker_id, OLD.risk, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND app.is_tallied(NEW.secrecy, NEW.status) THEN
    PERFORM app.tally_file(NEW.team_id, NEW.worker_id, NEW.risk, 1);
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_tally() TO accompany_owner;
