-- Says reminders, each once: the stage is written down with the notice. A line of the same kind that lies unread is
-- brought up again, because a later stage must not stay silent behind an earlier one. Tells how many were new.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.remind(deadlines uuid[], colleagues uuid[], stages date[], kinds text[]) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  file uuid;
  said integer := 0;
BEGIN
  FOR i IN 1 .. pg_catalog.cardinality(deadlines) LOOP
    SELECT d.case_id INTO file FROM public.deadline d WHERE d.id = deadlines[i] AND d.status = 'open';
    CONTINUE WHEN NOT FOUND OR NOT app.reaches(colleagues[i], file)
      OR kinds[i] NOT IN ('deadline_near', 'deadline_near_critical', 'deadline_passed');
    INSERT INTO public.deadline_reminder (deadline_id, staff_id, stage_on, told_at)
    VALUES (deadlines[i], colleagues[i], stages[i], app.now()) ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    said := said + 1;
    UPDATE public.notice n SET created_at = app.now(), mailed_at = NULL
     WHERE n.staff_id = colleagues[i] AND n.kind = kinds[i] AND n.case_id = file AND n.read_at IS NULL;
    IF NOT FOUND THEN
      INSERT INTO public.notice (staff_id, kind, case_id) VALUES (colleagues[i], kinds[i], file);
    END IF;
  END LOOP;
  RETURN said;
END $$;
GRANT EXECUTE ON FUNCTION app.remind(uuid[], uuid[], date[], text[]) TO accompany_job;
