-- Compares those who were written down since, a few at a time; tells how many. Who leads the office of someone known before is told
-- of it, unless the one who wrote down the new person works in a file of the known one: then it stood beside the form.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.find_duplicates(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one record; likely record; n integer := 0;
BEGIN
  FOR one IN SELECT c.person_id AS id FROM public.twin_check c ORDER BY c.person_id LIMIT most FOR UPDATE SKIP LOCKED LOOP
    n := n + 1;
    DELETE FROM public.twin_check c WHERE c.person_id = one.id;
    CONTINUE WHEN NOT app.all_open(one.id);
    FOR likely IN
      SELECT l.other AS id FROM app.names_like(one.id) l(other)
        JOIN public.person p ON p.id = one.id JOIN public.person q ON q.id = l.other
       WHERE app.all_open(l.other) AND NOT (p.sex IN ('f', 'm') AND q.sex IN ('f', 'm') AND p.sex <> q.sex) AND app.could_be_one(one.id, l.other)
         AND NOT EXISTS (SELECT 1 FROM public.likely_pair k WHERE (k.person_id, k.other_id) IN ((one.id, l.other), (l.other, one.id)))
         AND NOT EXISTS (SELECT 1 FROM public.not_same s WHERE s.lifted_at IS NULL
                            AND (s.person_id, s.other_id) IN ((one.id, l.other), (l.other, one.id)))
         AND NOT EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (case_id)
                          WHERE a.person_id = one.id AND b.person_id = l.other)
         AND NOT EXISTS (SELECT 1 FROM public.kept_apart k
                           JOIN public.case_person a ON a.case_id = k.case_id JOIN public.case_person b ON b.case_id = k.other_case_id
                          WHERE k.lifted_at IS NULL AND (a.person_id, b.person_id) IN ((one.id, l.other), (l.other, one.id)))
    LOOP
      INSERT INTO public.likely_pair (person_id, other_id) VALUES (one.id, likely.id);
      INSERT INTO public.notice (staff_id, kind, case_id)
      SELECT DISTINCT ON (t.staff_id) t.staff_id, 'possible_twin', f.id
        FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id
        JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
        JOIN public.staff st ON st.id = t.staff_id AND st.active AND st.role = 'coordinator'
       WHERE cp.person_id = likely.id
         -- One notice leads to all of them: a second one waits until the first is read.
         AND NOT EXISTS (SELECT 1 FROM public.notice w WHERE w.staff_id = t.staff_id AND w.kind = 'possible_twin' AND w.read_at IS NULL)
         AND t.staff_id <> (SELECT p.created_by FROM public.person p WHERE p.id = one.id)
         AND NOT EXISTS (SELECT 1 FROM public.case_person k, public.person p, LATERAL app.reading(k.case_id) r
                          WHERE k.person_id = likely.id AND p.id = one.id AND r.staff_id = p.created_by AND r.works);
    END LOOP;
  END LOOP;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION app.find_duplicates(integer) TO accompany_job;
