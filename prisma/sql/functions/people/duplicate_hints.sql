-- For the coordinator of an office: in which of its files someone stands who could have been written down since by another office, and
-- which office that is. Nothing of the other person, and nothing for the office that wrote them down.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.duplicate_hints() RETURNS TABLE (case_id uuid, team text, found_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT ON (f.id, t.id) f.id, t.name, k.found_at
    FROM public.likely_pair k
    JOIN public.case_person cp ON cp.person_id = k.other_id
    JOIN public.case_file f ON f.id = cp.case_id AND f.team_id = ANY (app.led_teams())
    JOIN public.case_person n ON n.person_id = k.person_id
    JOIN public.team t ON t.id = n.team_id
   WHERE NOT app.is_my_person(k.person_id) AND app.all_open(k.person_id) AND app.all_open(k.other_id)
     AND k.found_at > app.now() - interval '90 days'
     AND NOT EXISTS (SELECT 1 FROM public.kept_apart a
                       JOIN public.case_person x ON x.case_id = a.case_id JOIN public.case_person y ON y.case_id = a.other_case_id
                      WHERE a.lifted_at IS NULL AND (x.person_id, y.person_id) IN ((k.person_id, k.other_id), (k.other_id, k.person_id)))
   ORDER BY f.id, t.id, k.found_at DESC
$$;
GRANT EXECUTE ON FUNCTION app.duplicate_hints() TO accompany_app;
