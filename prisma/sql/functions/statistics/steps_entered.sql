SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.steps_entered(house uuid, entered_from timestamptz, entered_before timestamptz)
  RETURNS TABLE (unit text, person_id uuid, kind text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT 'guardianship', g.person_id, g.kind
    FROM public.guardianship_event g JOIN public.team t ON t.id = g.team_id
   WHERE app.job() = 'statistics' AND t.organisation_id = house
     AND g.created_at >= entered_from AND g.created_at < entered_before
     AND NOT EXISTS (SELECT FROM public.guardianship_event r WHERE r.case_id = g.case_id AND r.replaces = g.id)
   UNION ALL
  SELECT DISTINCT 'trafficking', p.person_id, e.kind
    FROM public.trafficking_event e JOIN public.team t ON t.id = e.team_id
    JOIN public.case_person p ON p.case_id = e.case_id AND p.role = 'principal'
   WHERE app.job() = 'statistics' AND t.organisation_id = house AND e.mistake IS NULL
     AND e.created_at >= entered_from AND e.created_at < entered_before
     AND NOT EXISTS (SELECT FROM public.trafficking_event later WHERE later.case_id = e.case_id
                      AND later.subject_id = e.subject_id AND later.revision > e.revision)
$$;
GRANT EXECUTE ON FUNCTION app.steps_entered(uuid, timestamp with time zone, timestamp with time zone) TO accompany_job;
