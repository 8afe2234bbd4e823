-- Guardianships and procedures of people who may have been trafficked, counted as coarse codes in a snapshot.

ALTER TABLE public.sdc_record ADD COLUMN step text;
ALTER TABLE public.sdc_record DROP CONSTRAINT sdc_record_unit;
ALTER TABLE public.sdc_record ADD CONSTRAINT sdc_record_unit
  CHECK (unit IN ('person', 'encounter', 'visit', 'topic', 'signal', 'guardianship', 'trafficking')),
  ADD CONSTRAINT sdc_record_step CHECK ((unit IN ('guardianship', 'trafficking')) = (step IS NOT NULL));

-- The job that freezes reads neither of the two registers: it asks who came to which step, and is told persons and kinds. No word,
-- no file, no author, no day of an event; rows that were a mistake, or have another in their place, are left out here.
GRANT SELECT (id, case_id, person_id, kind, replaces, team_id, created_at) ON public.guardianship_event TO accompany_guard;
GRANT SELECT (case_id, subject_id, revision, mistake, kind, team_id, created_at) ON public.trafficking_event TO accompany_guard;

GRANT EXECUTE ON FUNCTION app.job() TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.steps_entered(house uuid, entered_from timestamptz, entered_before timestamptz)
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
REVOKE ALL ON FUNCTION app.steps_entered(uuid, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.steps_entered(uuid, timestamptz, timestamptz) TO accompany_job;
RESET ROLE;
