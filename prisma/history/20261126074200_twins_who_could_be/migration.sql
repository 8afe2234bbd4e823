-- A name alone makes nobody a twin: many bear the same one. Whoever is known to come from elsewhere, or to be of another age by years,
-- is another person; and who leads an office is told once that somebody may stand there twice, not once for each pair.
GRANT SELECT (person_id, country, certainty, withdrawn_at) ON public.nationality TO accompany_guard;
GRANT SELECT (person_id, born_earliest, born_latest, withdrawn_at) ON public.age_claim TO accompany_guard;

SET ROLE accompany_guard;

-- Ages as said, read and estimated lie years apart for one person: only what lies further apart than that speaks against it.
CREATE FUNCTION app.could_be_one(one uuid, other uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH home AS (
    SELECT n.person_id, n.country FROM public.nationality n
     WHERE n.person_id IN (one, other) AND n.withdrawn_at IS NULL AND n.country IS NOT NULL AND n.country NOT LIKE 'X%'),
  born AS (
    SELECT a.person_id, min(a.born_earliest) AS earliest, max(a.born_latest) AS latest FROM public.age_claim a
     WHERE a.person_id IN (one, other) AND a.withdrawn_at IS NULL AND a.born_earliest IS NOT NULL AND a.born_latest IS NOT NULL
     GROUP BY a.person_id)
  SELECT ((SELECT pg_catalog.count(DISTINCT h.person_id) FROM home h) < 2
          OR EXISTS (SELECT 1 FROM home x JOIN home y USING (country) WHERE x.person_id = one AND y.person_id = other))
     AND NOT EXISTS (SELECT 1 FROM born x, born y
                      WHERE x.person_id <> y.person_id AND x.latest + interval '5 years' < y.earliest)
$$;
REVOKE ALL ON FUNCTION app.could_be_one(uuid, uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.find_twins(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one record; twin record; n integer := 0;
BEGIN
  FOR one IN SELECT c.person_id AS id FROM public.twin_check c ORDER BY c.person_id LIMIT most FOR UPDATE SKIP LOCKED LOOP
    n := n + 1;
    DELETE FROM public.twin_check c WHERE c.person_id = one.id;
    CONTINUE WHEN NOT app.all_open(one.id);
    FOR twin IN
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
      INSERT INTO public.likely_pair (person_id, other_id) VALUES (one.id, twin.id);
      INSERT INTO public.notice (staff_id, kind, case_id)
      SELECT DISTINCT ON (t.staff_id) t.staff_id, 'possible_twin', f.id
        FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id
        JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
        JOIN public.staff st ON st.id = t.staff_id AND st.active AND st.role = 'coordinator'
       WHERE cp.person_id = twin.id
         -- One notice leads to all of them: a second one waits until the first is read.
         AND NOT EXISTS (SELECT 1 FROM public.notice w WHERE w.staff_id = t.staff_id AND w.kind = 'possible_twin' AND w.read_at IS NULL)
         AND t.staff_id <> (SELECT p.created_by FROM public.person p WHERE p.id = one.id)
         AND NOT EXISTS (SELECT 1 FROM public.case_person k, public.person p, LATERAL app.reading(k.case_id) r
                          WHERE k.person_id = twin.id AND p.id = one.id AND r.staff_id = p.created_by AND r.works);
    END LOOP;
  END LOOP;
  RETURN n;
END $$;
RESET ROLE;
