-- Guardianships and procedures of people who may have been trafficked, counted as coarse codes in a snapshot.

ALTER TABLE public.sdc_record ADD COLUMN step text;
ALTER TABLE public.sdc_record DROP CONSTRAINT sdc_record_unit;
ALTER TABLE public.sdc_record ADD CONSTRAINT sdc_record_unit
  CHECK (unit IN ('person', 'encounter', 'visit', 'topic', 'signal', 'guardianship', 'trafficking')),
  ADD CONSTRAINT sdc_record_step CHECK ((unit IN ('guardianship', 'trafficking')) = (step IS NOT NULL));

-- The job that freezes reads what happened to whom and when it was entered: no word, no author, no day of the event.
CREATE POLICY counts ON public.guardianship_event FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
CREATE POLICY counts ON public.trafficking_event FOR SELECT TO accompany_job USING ((SELECT app.job()) = 'statistics');
-- Of files: whom a procedure concerns, and of no other file who is in it.
CREATE POLICY counts ON public.case_person FOR SELECT TO accompany_job
  USING ((SELECT app.job()) = 'statistics' AND role = 'principal'
    AND EXISTS (SELECT FROM public.trafficking_event e WHERE e.case_id = case_person.case_id));
GRANT SELECT (id, case_id, person_id, kind, replaces, team_id, created_at) ON public.guardianship_event TO accompany_job;
GRANT SELECT (case_id, subject_id, revision, mistake, kind, team_id, created_at) ON public.trafficking_event TO accompany_job;
GRANT SELECT (case_id, person_id, role) ON public.case_person TO accompany_job;
