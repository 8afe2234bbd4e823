-- What an insider with the application's own role could still do by hand: write under a colleague's name, hang rows on
-- lives she does not see, lengthen her own stay in a file, and learn from two different refusals whether a row exists.

-- 1. One refusal for "not there" and "not yours" -------------------------------------------------------------------
-- BEFORE triggers run ahead of the policies, so whatever they say is said about rows one may not know of.

-- Functions are replaced as their owner, the guard.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.copy_scope() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  SELECT f.team_id, f.secrecy INTO NEW.team_id, NEW.secrecy FROM public.case_file f WHERE f.id = NEW.case_id;
  IF NOT FOUND THEN
    -- Nobody leads this team and nobody is a member: the policy refuses it like any file out of reach.
    NEW.team_id := '00000000-0000-0000-0000-000000000000';
    NEW.secrecy := 'sealed';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.check_case_staff(), app.check_sealed_name() TO accompany_owner;
RESET ROLE;

DROP TRIGGER check_case_staff ON public.case_file;
DROP TRIGGER check_case_staff ON public.case_member;
CREATE TRIGGER check_case_staff AFTER INSERT OR UPDATE OF worker_id, team_id ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();
CREATE TRIGGER check_case_staff AFTER INSERT OR UPDATE OF staff_id, case_id ON public.case_member
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();

DROP TRIGGER check_sealed_name ON public.person_name;
CREATE TRIGGER check_sealed_name AFTER INSERT OR UPDATE ON public.person_name
  FOR EACH ROW EXECUTE FUNCTION app.check_sealed_name();

-- 2. Nobody writes under another name ------------------------------------------------------------------------------

CREATE POLICY signed ON public.note AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY signed ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY signed ON public.signal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (raised_by = (SELECT app.worker_id()) AND answered_by IS NULL);
CREATE POLICY signed_answer ON public.signal AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (answered_by IS NULL OR answered_by = (SELECT app.worker_id()));
-- The history of who held a file is written by whoever may hand it over.
CREATE POLICY signed ON public.case_assignment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (assigned_by = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.led_teams())::uuid[])
              AND app.is_colleague(from_staff_id) AND app.is_colleague(to_staff_id));

-- 3. A row about a person hangs on that person's own file ----------------------------------------------------------
-- Otherwise the foreign key tells which people and conversations exist, and figures could be falsified from outside.

CREATE POLICY of_this_file ON public.place_stay AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp));
CREATE POLICY of_this_file ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((case_id, person_id) IN (SELECT cp.case_id, cp.person_id FROM public.case_person cp));
CREATE POLICY of_this_encounter ON public.encounter_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((encounter_id, case_id) IN (SELECT e.id, e.case_id FROM public.encounter e));
CREATE POLICY of_this_encounter ON public.signal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((encounter_id, case_id) IN (SELECT e.id, e.case_id FROM public.encounter e));

-- 4. Membership is given, never taken ------------------------------------------------------------------------------

CREATE POLICY given ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (case_id IN (SELECT f.id FROM public.case_file f
                           WHERE f.worker_id = (SELECT app.worker_id()) OR f.team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY given_work ON public.case_member AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id())
         OR case_id IN (SELECT f.id FROM public.case_file f
                         WHERE f.worker_id = (SELECT app.worker_id()) OR f.team_id = ANY ((SELECT app.led_teams())::uuid[])));

CREATE FUNCTION app.guard_case_member() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.staff_id = app.worker_id()
     AND (NEW.valid_until IS NULL AND OLD.valid_until IS NOT NULL OR NEW.valid_until > OLD.valid_until) THEN
    RAISE EXCEPTION 'nobody lengthens her own stay in a file' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_case_member BEFORE UPDATE ON public.case_member
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_case_member();

-- 5. A file stays in its house -------------------------------------------------------------------------------------

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
  RETURN NEW;
END $$;
