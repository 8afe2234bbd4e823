-- A deadline's page says which reminders went to whom and when. Whoever reads the file may know, as she may know who reads
-- it; the table itself stays the guard's.
SET ROLE accompany_guard;
CREATE FUNCTION app.reminders_of(file uuid) RETURNS TABLE (deadline_id uuid, staff_id uuid, told_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT m.deadline_id, m.staff_id, m.told_at
    FROM public.deadline d JOIN public.deadline_reminder m ON m.deadline_id = d.id
   WHERE d.case_id = file
     AND EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases())))
$$;
REVOKE ALL ON FUNCTION app.reminders_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reminders_of(uuid) TO accompany_app;
RESET ROLE;
