SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tally_file(team uuid, worker uuid, of_risk text, change integer) RETURNS void
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
