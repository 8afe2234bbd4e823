-- A stranger's reading of the locks: the jobs could read ciphers they have no use for, and one member alone could carry
-- a restricted file, or a name out of it, to everybody who reaches open files.

-- 1. The statistics job reads the codes it freezes, and no cipher, note or author -----------------------------------

REVOKE SELECT ON public.encounter, public.encounter_item, public.signal, public.visit, public.visit_visitor, public.person,
  public.nationality, public.age_claim, public.case_person, public.place_stay, public.team, public.organisation,
  public.visit_group, public.snapshot, public.sdc_record FROM accompany_job;
REVOKE SELECT (id, kind, secrecy, team_id) ON public.case_file FROM accompany_job;
GRANT SELECT (id, visit_id, person_id, outcome, met_on, team_id, created_at) ON public.encounter TO accompany_job;
GRANT SELECT (encounter_id, kind, code) ON public.encounter_item TO accompany_job;
GRANT SELECT (encounter_id, code) ON public.signal TO accompany_job;
GRANT SELECT (id, place_id) ON public.visit TO accompany_job;
GRANT SELECT (person_id, born_earliest, born_latest) ON public.age_claim TO accompany_job;
GRANT SELECT (id, person_id, country, certainty, valid_from, valid_to, created_at) ON public.nationality TO accompany_job;
GRANT SELECT (id, organisation_id) ON public.team TO accompany_job;
GRANT SELECT (id, organisation_id, period_kind, period_start, version) ON public.snapshot TO accompany_job;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit_visitor', 'person', 'case_person', 'place_stay', 'case_file', 'organisation', 'visit_group'] LOOP
    EXECUTE format('DROP POLICY counts ON public.%I', t);
  END LOOP;
END $$;

-- 2. A restricted file is opened up by the coordinator of its team who is a member -----------------------------------
-- That she is a member, the policy circle_work has asked already.

CREATE OR REPLACE FUNCTION app.guard_case_file() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.created_by <> OLD.created_by THEN
    RAISE EXCEPTION 'a file keeps its identity' USING ERRCODE = '42501';
  END IF;
  IF (NEW.worker_id <> OLD.worker_id OR NEW.team_id <> OLD.team_id)
     AND NOT (OLD.team_id = ANY (app.led_teams())) THEN
    RAISE EXCEPTION 'only the coordinator of the team hands a file over' USING ERRCODE = '42501';
  END IF;
  -- Read as the application: a team of another organisation is not there.
  IF NEW.team_id <> OLD.team_id AND NOT EXISTS (SELECT 1 FROM public.team t WHERE t.id = NEW.team_id) THEN
    RAISE EXCEPTION 'a file stays in its house' USING ERRCODE = '42501';
  END IF;
  IF NEW.secrecy <> OLD.secrecy AND 'sealed' IN (NEW.secrecy, OLD.secrecy) THEN
    RAISE EXCEPTION 'a file is sealed when it is opened, or never' USING ERRCODE = '42501';
  END IF;
  IF NEW.secrecy = 'open' AND OLD.secrecy <> 'open' AND NOT (OLD.team_id = ANY (app.led_teams())) THEN
    RAISE EXCEPTION 'only the coordinator of the team opens a restricted file up' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 3. A name that one knows from restricted files only does not get into an open one --------------------------------
-- Asked within the actor's own reach: otherwise the refusal would tell whether a colleague has an open file about her.

SET ROLE accompany_guard;
CREATE FUNCTION app.is_within_circles(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.bool_and(cp.secrecy <> 'open'), false)
    FROM public.case_person cp
   WHERE cp.person_id = person
     AND (cp.case_id = ANY (app.my_cases()) OR cp.team_id = ANY (app.led_teams()))
     AND (cp.secrecy = 'open' OR cp.case_id = ANY (app.member_cases()))
$$;
REVOKE ALL ON FUNCTION app.is_within_circles(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_within_circles(uuid) TO accompany_app;
RESET ROLE;
CREATE POLICY circle_keeps ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy <> 'open' OR NOT app.is_within_circles(person_id));

-- 4. One clock: what is created bears the time of app.now(), like every other row ------------------------------------

ALTER TABLE public.sdc_release ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.sdc_handover ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.organisation ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.team ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.staff ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.accreditation ALTER COLUMN created_at SET DEFAULT app.now();
ALTER TABLE public.draft_key ALTER COLUMN created_at SET DEFAULT app.now();
