-- Counts the days of the next files of each organisation that changed how long a person may go unseen. @returns how many
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.recount_silence(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE r record; file record; counted integer; done integer := 0;
BEGIN
  FOR r IN SELECT x.organisation_id, x.after_id FROM public.recount x WHERE x.done_at IS NULL ORDER BY x.organisation_id FOR UPDATE SKIP LOCKED LOOP
    counted := 0;
    FOR file IN SELECT c.id FROM public.case_file c JOIN public.team t ON t.id = c.team_id
                 WHERE t.organisation_id = r.organisation_id AND (r.after_id IS NULL OR c.id > r.after_id) ORDER BY c.id LIMIT most LOOP
      PERFORM app.count_silence(file.id);
      counted := counted + 1;
      UPDATE public.recount x SET after_id = file.id WHERE x.organisation_id = r.organisation_id;
    END LOOP;
    IF counted < most THEN
      UPDATE public.recount x SET done_at = app.now() WHERE x.organisation_id = r.organisation_id;
    END IF;
    done := done + counted;
  END LOOP;
  RETURN done;
END $$;
GRANT EXECUTE ON FUNCTION app.recount_silence(integer) TO accompany_job;
