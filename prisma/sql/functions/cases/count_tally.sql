-- Counts all of it again: for rows that came without triggers, such as those of a restore or of the bench.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.count_tally() RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.caseload_tally;
  INSERT INTO public.caseload_tally (team_id, worker_id, risk, files)
  SELECT c.team_id, c.worker_id, c.risk, count(*) FROM public.case_file c
   WHERE app.is_tallied(c.secrecy, c.status) GROUP BY 1, 2, 3;
END $$;
