-- How many open files each colleague of an office holds, by risk: what a coordinator's first screen says, kept true by the
-- database so that it costs the same whether the house has a hundred files or a million. Restricted and sealed files are never
-- in it: whoever may read them has them added when she asks (docs/adr/0024).
CREATE TABLE public.caseload_tally (
  team_id   uuid NOT NULL REFERENCES public.team (id) ON UPDATE CASCADE ON DELETE CASCADE,
  worker_id uuid NOT NULL REFERENCES public.staff (id) ON UPDATE CASCADE ON DELETE CASCADE,
  risk      text NOT NULL,
  files     integer NOT NULL,
  CONSTRAINT caseload_tally_pkey PRIMARY KEY (team_id, worker_id, risk),
  CONSTRAINT caseload_tally_some CHECK (files > 0)
);
ALTER TABLE public.caseload_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.caseload_tally FORCE ROW LEVEL SECURITY;
GRANT SELECT ON public.caseload_tally TO accompany_app, accompany_backup;
CREATE POLICY leads ON public.caseload_tally FOR SELECT TO accompany_app
  USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY guards ON public.caseload_tally FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON public.caseload_tally TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.tally_file(team uuid, worker uuid, of_risk text, change integer) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  -- A row never holds nothing: the last file takes it away.
  DELETE FROM public.caseload_tally t
   WHERE t.team_id = team AND t.worker_id = worker AND t.risk = of_risk AND t.files + change = 0;
  IF FOUND THEN RETURN; END IF;
  UPDATE public.caseload_tally t SET files = t.files + change
   WHERE t.team_id = team AND t.worker_id = worker AND t.risk = of_risk;
  IF FOUND THEN RETURN; END IF;
  INSERT INTO public.caseload_tally (team_id, worker_id, risk, files) VALUES (team, worker, of_risk, change);
END $$;
REVOKE ALL ON FUNCTION app.tally_file(uuid, uuid, text, integer) FROM PUBLIC;

CREATE FUNCTION app.is_tallied(file_secrecy text, file_status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN file_secrecy = 'open' AND file_status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
REVOKE ALL ON FUNCTION app.is_tallied(text, text) FROM PUBLIC;

CREATE FUNCTION app.keep_tally() RETURNS trigger
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
REVOKE ALL ON FUNCTION app.keep_tally() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_tally() TO accompany_owner;

-- Counts all of it again: for rows that came without triggers, such as those of a restore or of the bench.
CREATE FUNCTION app.count_tally() RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.caseload_tally;
  INSERT INTO public.caseload_tally (team_id, worker_id, risk, files)
  SELECT c.team_id, c.worker_id, c.risk, count(*) FROM public.case_file c
   WHERE app.is_tallied(c.secrecy, c.status) GROUP BY 1, 2, 3;
END $$;
REVOKE ALL ON FUNCTION app.count_tally() FROM PUBLIC;
RESET ROLE;

CREATE CONSTRAINT TRIGGER keep_tally AFTER INSERT OR DELETE OR UPDATE OF team_id, worker_id, risk, status, secrecy
  ON public.case_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.keep_tally();

SET ROLE accompany_guard;
SELECT app.count_tally();
RESET ROLE;
