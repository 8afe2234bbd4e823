-- Need-to-know, enforced below the application.
--
-- Context is the session token (app.token), never a user id: a forged id would open any file, a forged token opens none.
-- Functions that look behind the policies belong to accompany_guard, which can read the access tables and nothing about a life.
-- Policies call functions as (SELECT app.f()), so that each runs once a query and index scans stay possible.

-- 1. Who is asking -----------------------------------------------------------------------------------------------

CREATE FUNCTION app.idle_limit(role public.role) RETURNS interval
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN CASE WHEN role IN ('coordinator', 'admin') THEN interval '15 minutes' ELSE interval '30 minutes' END;

-- The live session of this transaction: not revoked, not expired, not idle, second step done where it is owed.
CREATE FUNCTION app.live_session()
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.id, st.id, st.role, st.organisation_id
    FROM public.session s
    JOIN public.staff st ON st.id = s.staff_id
   WHERE s.token_hash = pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           NULLIF(pg_catalog.current_setting('app.token', true), ''), 'UTF8')), 'hex')
     AND s.revoked_at IS NULL
     AND s.expires_at > app.now()
     AND s.last_seen_at > app.now() - app.idle_limit(st.role)
     AND (s.second_step_at IS NOT NULL OR NOT (s.second_step_due OR st.role IN ('coordinator', 'admin')))
     AND st.active
$$;

CREATE FUNCTION app.actor_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT staff_id FROM app.live_session() $$;

CREATE FUNCTION app.actor_role() RETURNS public.role
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT role FROM app.live_session() $$;

CREATE FUNCTION app.organisation_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT organisation_id FROM app.live_session() $$;

-- The actor when she may work on files at all: an admin reaches no content whatever row names her, a guest only reads.
CREATE FUNCTION app.worker_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT staff_id FROM app.live_session() WHERE role IN ('caseworker', 'coordinator') $$;

CREATE FUNCTION app.my_teams() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.team_id), '{}')
    FROM app.live_session() a JOIN public.team_member m ON m.staff_id = a.staff_id
   WHERE a.role IN ('caseworker', 'coordinator')
$$;

CREATE FUNCTION app.led_teams() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.team_id), '{}')
    FROM app.live_session() a JOIN public.team_member m ON m.staff_id = a.staff_id
   WHERE a.role = 'coordinator' AND m.leads
$$;

CREATE FUNCTION app.member_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.case_id), '{}')
    FROM app.live_session() a JOIN public.case_member m ON m.staff_id = a.staff_id
   WHERE a.role IN ('caseworker', 'coordinator', 'guest')
     AND m.valid_from <= app.now()
     AND (m.valid_until IS NULL OR m.valid_until > app.now())
$$;

CREATE FUNCTION app.my_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}')
    FROM (SELECT f.id FROM public.case_file f WHERE f.worker_id = app.worker_id()
          UNION
          SELECT pg_catalog.unnest(app.member_cases())) c
$$;

CREATE FUNCTION app.my_visits() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(v.visit_id), '{}')
    FROM public.visit_visitor v WHERE v.staff_id = app.worker_id()
$$;

-- True for a person whom the actor has just written down and who stands in no file yet: she may be put into one.
CREATE FUNCTION app.is_new_person(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.person p WHERE p.id = person AND p.created_by = app.worker_id())
     AND NOT EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.person_id = person)
$$;

CREATE FUNCTION app.is_colleague(staff uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.staff s WHERE s.id = staff AND s.organisation_id = app.organisation_id())
$$;

-- First statement of every transaction: sets the context and tells who it is. No row: nobody is signed in.
-- last_seen moves at most once a minute, and never waits for another request of the same session.
CREATE FUNCTION app.enter(token text)
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid, name text, locale text,
                 teams uuid[], leads uuid[], at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.set_config('app.token', token, true);
  UPDATE public.session s SET last_seen_at = app.now()
   WHERE s.id = (SELECT x.id FROM public.session x JOIN app.live_session() a ON a.session_id = x.id
                  WHERE x.last_seen_at < app.now() - interval '1 minute' FOR UPDATE OF x SKIP LOCKED);
  RETURN QUERY
    SELECT a.session_id, a.staff_id, a.role, a.organisation_id, st.name, st.locale::text,
           app.my_teams(), app.led_teams(), app.now()
      FROM app.live_session() a JOIN public.staff st ON st.id = a.staff_id;
END $$;

CREATE FUNCTION app.job() RETURNS text
  LANGUAGE sql STABLE SET search_path = ''
  RETURN NULLIF(pg_catalog.current_setting('app.job', true), '');

-- 2. Copies of the scope, kept by the database --------------------------------------------------------------------

CREATE FUNCTION app.copy_scope() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  SELECT f.team_id, f.secrecy INTO NEW.team_id, NEW.secrecy FROM public.case_file f WHERE f.id = NEW.case_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such file' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.spread_scope() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['case_person', 'case_member', 'case_assignment', 'note', 'place_stay',
                               'encounter', 'encounter_item', 'signal'] LOOP
    EXECUTE pg_catalog.format('UPDATE public.%I SET team_id = $1, secrecy = $2 WHERE case_id = $3', child)
      USING NEW.team_id, NEW.secrecy, NEW.id;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER spread_scope AFTER UPDATE OF team_id, secrecy ON public.case_file
  FOR EACH ROW WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id OR OLD.secrecy IS DISTINCT FROM NEW.secrecy)
  EXECUTE FUNCTION app.spread_scope();

-- What a policy cannot say because it would need the old row and the new one together.
CREATE FUNCTION app.guard_case_file() RETURNS trigger
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
  IF NEW.secrecy <> OLD.secrecy AND 'sealed' IN (NEW.secrecy, OLD.secrecy) THEN
    RAISE EXCEPTION 'a file is sealed when it is opened, or never' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_case_file BEFORE UPDATE ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_case_file();

-- Whoever is made worker or member belongs to the organisation, and is no admin.
CREATE FUNCTION app.check_case_staff() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE staff uuid; organisation uuid;
BEGIN
  IF TG_TABLE_NAME = 'case_file' THEN
    staff := NEW.worker_id;
    SELECT t.organisation_id INTO organisation FROM public.team t WHERE t.id = NEW.team_id;
  ELSE
    staff := NEW.staff_id;
    SELECT t.organisation_id INTO organisation
      FROM public.case_file f JOIN public.team t ON t.id = f.team_id WHERE f.id = NEW.case_id;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.staff s
                  WHERE s.id = staff AND s.organisation_id = organisation AND s.role <> 'admin' AND s.active
                    AND (TG_TABLE_NAME = 'case_member' OR s.role <> 'guest')) THEN
    RAISE EXCEPTION 'this colleague cannot hold the file' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_case_staff BEFORE INSERT OR UPDATE OF worker_id, team_id ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();
CREATE TRIGGER check_case_staff BEFORE INSERT OR UPDATE OF staff_id, case_id ON public.case_member
  FOR EACH ROW EXECUTE FUNCTION app.check_case_staff();

-- A sealed file has at least two members (one alone can be lost, or be the danger) and people of its own.
CREATE FUNCTION app.check_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE file uuid := CASE WHEN TG_TABLE_NAME = 'case_file' THEN NEW.id
                          WHEN TG_OP = 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.secrecy = 'sealed') THEN
    IF (SELECT count(DISTINCT m.staff_id) FROM public.case_member m
         WHERE m.case_id = file AND m.kind <> 'guest'
           AND (m.valid_until IS NULL OR m.valid_until > app.now())) < 2 THEN
      RAISE EXCEPTION 'a sealed file needs two members' USING ERRCODE = '23514';
    END IF;
    IF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file) THEN
      RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file AND b.secrecy = 'sealed') THEN
    RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT ON public.case_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_sealed();
CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT OR UPDATE OR DELETE ON public.case_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_sealed();
CREATE CONSTRAINT TRIGGER check_sealed AFTER INSERT ON public.case_person
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_sealed();

-- A name is either in clear or sealed; in a sealed file it is sealed.
ALTER TABLE public.person_name ADD CONSTRAINT person_name_one_form CHECK ((text IS NULL) <> (cipher IS NULL));

CREATE FUNCTION app.check_sealed_name() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NEW.text IS NOT NULL AND EXISTS (
       SELECT 1 FROM public.case_person cp WHERE cp.person_id = NEW.person_id AND cp.secrecy = 'sealed') THEN
    RAISE EXCEPTION 'names in a sealed file are sealed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_sealed_name BEFORE INSERT OR UPDATE ON public.person_name
  FOR EACH ROW EXECUTE FUNCTION app.check_sealed_name();

-- The fixed words the code decides by; everything else is a code list.
ALTER TABLE public.case_file ADD CONSTRAINT case_file_secrecy CHECK (secrecy IN ('open', 'restricted', 'sealed'));
ALTER TABLE public.case_file ADD CONSTRAINT case_file_trafficking CHECK (kind <> 'thb' OR secrecy <> 'open');
ALTER TABLE public.case_member ADD CONSTRAINT case_member_kind CHECK (kind IN ('support', 'cover', 'circle', 'guest'));
ALTER TABLE public.case_member ADD CONSTRAINT case_member_guest_expires CHECK (kind <> 'guest' OR valid_until IS NOT NULL);
ALTER TABLE public.signal ADD CONSTRAINT signal_severity CHECK (severity IN ('info', 'watch', 'serious', 'critical'));
ALTER TABLE public.encounter ADD CONSTRAINT encounter_outcome
  CHECK (outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone'));
ALTER TABLE public.visit_group ADD CONSTRAINT visit_group_people CHECK (people BETWEEN 1 AND 500);
ALTER TABLE public.wrapped_key ADD CONSTRAINT wrapped_key_holder CHECK (holder_kind IN ('person', 'file', 'visit'));

-- 3. The trail ----------------------------------------------------------------------------------------------------

-- Whoever writes the row, the database says who it was.
CREATE FUNCTION app.sign_audit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.at := app.now();
  NEW.txid := pg_catalog.pg_current_xact_id()::text::bigint;
  IF CURRENT_USER = 'accompany_job' THEN
    NEW.actor_kind := 'job:' || COALESCE(app.job(), 'unnamed');
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF CURRENT_USER = 'accompany_auth' THEN
    NEW.actor_kind := 'auth';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSE
    SELECT 'staff', a.staff_id, a.session_id INTO NEW.actor_kind, NEW.actor_id, NEW.session_id FROM app.live_session() a;
    IF NEW.actor_id IS NULL THEN
      RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER sign_audit BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION app.sign_audit();

CREATE FUNCTION app.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON public.audit_event
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- 4. Policies -----------------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'organisation', 'team', 'staff', 'team_member', 'accreditation', 'credential', 'recovery_code', 'session', 'throttle',
    'invitation', 'draft_key', 'person', 'person_name', 'age_claim', 'nationality', 'person_language',
    'person_identifier', 'case_file', 'case_person', 'case_member', 'case_assignment', 'note', 'place_stay', 'visit',
    'visit_visitor', 'visit_observation', 'visit_group', 'encounter', 'encounter_item', 'signal', 'audit_event',
    'receipt', 'wrapped_key', 'erasure'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- 4.1 The house
CREATE POLICY own ON public.organisation FOR SELECT TO accompany_app USING (id = (SELECT app.organisation_id()));
CREATE POLICY own ON public.team FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY admin_insert ON public.team FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY admin_update ON public.team FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()))
  WITH CHECK (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY own ON public.staff FOR SELECT TO accompany_app USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY change ON public.staff FOR UPDATE TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
         AND (id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) = 'admin'))
  WITH CHECK (organisation_id = (SELECT app.organisation_id()));

CREATE FUNCTION app.guard_staff() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.id = app.actor_id() THEN
    IF NEW.role <> OLD.role OR NEW.active <> OLD.active THEN
      RAISE EXCEPTION 'nobody changes her own role' USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.name <> OLD.name OR NEW.locale <> OLD.locale THEN
    RAISE EXCEPTION 'a name is changed by the person it belongs to' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_staff BEFORE UPDATE ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_staff();

CREATE POLICY own ON public.team_member FOR SELECT TO accompany_app
  USING (staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY admin_insert ON public.team_member FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin' AND staff_id <> (SELECT app.actor_id())
              AND staff_id IN (SELECT s.id FROM public.staff s) AND team_id IN (SELECT t.id FROM public.team t));
CREATE POLICY admin_update ON public.team_member FOR UPDATE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin' AND staff_id <> (SELECT app.actor_id())
         AND staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY admin_delete ON public.team_member FOR DELETE TO accompany_app
  USING ((SELECT app.actor_role()) = 'admin' AND staff_id <> (SELECT app.actor_id())
         AND staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY own ON public.accreditation FOR SELECT TO accompany_app
  USING (staff_id IN (SELECT s.id FROM public.staff s));
CREATE POLICY set ON public.accreditation FOR INSERT TO accompany_app
  WITH CHECK (staff_id IN (SELECT s.id FROM public.staff s)
              AND ((SELECT app.actor_role()) = 'admin'
                   OR staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY change ON public.accreditation FOR UPDATE TO accompany_app
  USING (staff_id IN (SELECT s.id FROM public.staff s)
         AND ((SELECT app.actor_role()) = 'admin'
              OR staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY own ON public.draft_key FOR SELECT TO accompany_app USING (staff_id = (SELECT app.actor_id()));
CREATE POLICY own_insert ON public.draft_key FOR INSERT TO accompany_app WITH CHECK (staff_id = (SELECT app.actor_id()));
CREATE POLICY own ON public.receipt FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));

-- 4.2 Files and what hangs on them
CREATE POLICY reach ON public.case_file FOR SELECT TO accompany_app
  USING (worker_id = (SELECT app.worker_id())
         OR id = ANY ((SELECT app.member_cases())::uuid[])
         OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY open_one ON public.case_file FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id())
              AND team_id = ANY ((SELECT app.my_teams())::uuid[])
              AND (worker_id = (SELECT app.worker_id()) OR team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.case_file FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND (worker_id = (SELECT app.worker_id())
              OR id = ANY ((SELECT app.member_cases())::uuid[])
              OR team_id = ANY ((SELECT app.led_teams())::uuid[])))
  WITH CHECK (worker_id = (SELECT app.worker_id())
              OR id = ANY ((SELECT app.member_cases())::uuid[])
              OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
-- RESTRICTIVE, so that no policy written later can open such a file by accident.
CREATE POLICY circle ON public.case_file AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (secrecy = 'open' OR id = ANY ((SELECT app.member_cases())::uuid[]));
CREATE POLICY circle_work ON public.case_file AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (secrecy = 'open' OR id = ANY ((SELECT app.member_cases())::uuid[]));

DO $$
DECLARE
  t text;
  reach constant text := '(case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))';
  circle constant text := '(secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['case_person', 'case_member', 'case_assignment', 'note', 'place_stay',
                           'encounter', 'encounter_item', 'signal'] LOOP
    EXECUTE format('CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.copy_scope()', t);
    EXECUTE format('CREATE POLICY reach ON public.%I FOR SELECT TO accompany_app USING %s', t, reach);
    EXECUTE format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
    EXECUTE format('CREATE POLICY circle ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app USING %s', t, circle);
    EXECUTE format('CREATE POLICY circle_work ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app USING %s', t, circle);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['case_assignment', 'note', 'place_stay', 'encounter', 'encounter_item', 'signal'] LOOP
    EXECUTE format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
    EXECUTE format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK %s', t, circle);
  END LOOP;
END $$;

CREATE POLICY add ON public.case_person FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
              AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))
              AND (person_id IN (SELECT p.id FROM public.person p) OR app.is_new_person(person_id)));
CREATE POLICY circle_add ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy = 'open' OR case_id = ANY ((SELECT app.member_cases())::uuid[]));

-- Members are added by the worker or the team's coordinator, not for oneself. The one exception is the act of opening:
-- whoever opens a restricted or sealed file is its first member.
CREATE FUNCTION app.is_first_member(file uuid, staff uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.created_by = app.worker_id())
     AND staff = app.worker_id()
     AND NOT EXISTS (SELECT 1 FROM public.case_member m WHERE m.case_id = file)
$$;
CREATE POLICY add ON public.case_member FOR INSERT TO accompany_app
  WITH CHECK (added_by = (SELECT app.worker_id())
              AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))
              AND (staff_id <> (SELECT app.worker_id()) OR app.is_first_member(case_id, staff_id)));
CREATE POLICY circle_add ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy = 'open' OR case_id = ANY ((SELECT app.member_cases())::uuid[])
              OR app.is_first_member(case_id, staff_id));

-- 4.3 People: through a file, or not at all
CREATE POLICY reach ON public.person FOR SELECT TO accompany_app
  USING (id IN (SELECT cp.person_id FROM public.case_person cp));
CREATE POLICY add ON public.person FOR INSERT TO accompany_app WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY work ON public.person FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL AND id IN (SELECT cp.person_id FROM public.case_person cp));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_name', 'age_claim', 'nationality', 'person_language', 'person_identifier'] LOOP
    EXECUTE format('CREATE POLICY reach ON public.%I FOR SELECT TO accompany_app USING (person_id IN (SELECT cp.person_id FROM public.case_person cp))', t);
    EXECUTE format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND person_id IN (SELECT cp.person_id FROM public.case_person cp))', t);
  END LOOP;
END $$;

-- 4.4 Visits
CREATE POLICY reach ON public.visit FOR SELECT TO accompany_app
  USING (created_by = (SELECT app.worker_id())
         OR id = ANY ((SELECT app.my_visits())::uuid[])
         OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY add ON public.visit FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.my_teams())::uuid[]));
CREATE POLICY work ON public.visit FOR UPDATE TO accompany_app
  USING (created_by = (SELECT app.worker_id())
         OR id = ANY ((SELECT app.my_visits())::uuid[])
         OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
CREATE POLICY reach ON public.visit_visitor FOR SELECT TO accompany_app USING (visit_id IN (SELECT v.id FROM public.visit v));
CREATE POLICY add ON public.visit_visitor FOR INSERT TO accompany_app
  WITH CHECK (visit_id IN (SELECT v.id FROM public.visit v) AND app.is_colleague(staff_id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit_observation', 'visit_group'] LOOP
    EXECUTE format('CREATE POLICY reach ON public.%I FOR SELECT TO accompany_app USING (visit_id IN (SELECT v.id FROM public.visit v))', t);
    EXECUTE format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK (visit_id IN (SELECT v.id FROM public.visit v))', t);
    EXECUTE format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING (visit_id IN (SELECT v.id FROM public.visit v))', t);
  END LOOP;
END $$;
-- An encounter hangs on a visit one can see: otherwise the foreign key would tell which visits exist.
CREATE POLICY on_my_visit ON public.encounter AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (visit_id IN (SELECT v.id FROM public.visit v) AND person_id IN (SELECT cp.person_id FROM public.case_person cp));

-- 4.5 Keys follow what they open
CREATE POLICY reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING ((holder_kind = 'person' AND holder_id IN (SELECT cp.person_id FROM public.case_person cp))
         OR (holder_kind = 'file' AND holder_id IN (SELECT f.id FROM public.case_file f))
         OR (holder_kind = 'visit' AND holder_id IN (SELECT v.id FROM public.visit v)));
CREATE POLICY add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
              AND ((holder_kind = 'person' AND (holder_id IN (SELECT cp.person_id FROM public.case_person cp) OR app.is_new_person(holder_id)))
                   OR (holder_kind = 'file' AND (holder_id IN (SELECT f.id FROM public.case_file f)))
                   OR (holder_kind = 'visit' AND holder_id IN (SELECT v.id FROM public.visit v))));

-- 4.6 The trail: written by all, read by those who may open the file it speaks of
CREATE POLICY add ON public.audit_event FOR INSERT TO accompany_app, accompany_auth, accompany_job WITH CHECK (true);
CREATE POLICY of_my_files ON public.audit_event FOR SELECT TO accompany_app
  USING (case_id IN (SELECT f.id FROM public.case_file f));

-- 4.7 Other roles
CREATE POLICY signs_in ON public.organisation FOR SELECT TO accompany_auth USING (true);
CREATE POLICY signs_in ON public.team FOR SELECT TO accompany_auth USING (true);
CREATE POLICY signs_in ON public.staff FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.team_member FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.credential FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.recovery_code FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.session FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.throttle FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.invitation FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
-- The installer (npm run db -- first-admin) writes the two rows an empty house needs, as owner.
CREATE POLICY installs ON public.organisation FOR ALL TO accompany_owner USING (true) WITH CHECK (true);
CREATE POLICY installs ON public.invitation FOR ALL TO accompany_owner USING (true) WITH CHECK (true);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['session', 'staff', 'team', 'team_member', 'person', 'case_file', 'case_person', 'case_member',
                           'case_assignment', 'note', 'place_stay', 'encounter', 'encounter_item', 'signal', 'visit_visitor'] LOOP
    EXECUTE format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['encounter', 'encounter_item', 'signal', 'visit', 'visit_visitor', 'person', 'nationality', 'age_claim',
                           'case_person', 'place_stay', 'case_file', 'team', 'organisation', 'visit_group'] LOOP
    EXECUTE format('CREATE POLICY counts ON public.%I FOR SELECT TO accompany_job USING ((SELECT app.job()) = ''statistics'')', t);
  END LOOP;
END $$;

-- 5. Privileges ---------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.now() TO PUBLIC;

GRANT SELECT ON public.organisation, public.team, public.staff, public.team_member, public.accreditation, public.draft_key,
  public.receipt, public.case_file, public.case_person, public.case_member, public.case_assignment, public.note,
  public.place_stay, public.person, public.person_name, public.age_claim, public.nationality, public.person_language,
  public.person_identifier, public.visit, public.visit_visitor, public.visit_observation, public.visit_group,
  public.encounter, public.encounter_item, public.signal, public.wrapped_key, public.audit_event TO accompany_app;
GRANT INSERT ON public.team, public.team_member, public.accreditation, public.draft_key, public.receipt, public.case_file,
  public.case_person, public.case_member, public.case_assignment, public.note, public.place_stay, public.person,
  public.person_name, public.age_claim, public.nationality, public.person_language, public.person_identifier, public.visit,
  public.visit_visitor, public.visit_observation, public.visit_group, public.encounter, public.encounter_item, public.signal,
  public.wrapped_key TO accompany_app;
GRANT INSERT (event, case_id, visit_id, detail) ON public.audit_event TO accompany_app, accompany_auth, accompany_job;
GRANT UPDATE (name, version) ON public.team TO accompany_app;
GRANT UPDATE (name, locale, role, active, version) ON public.staff TO accompany_app;
GRANT UPDATE (leads) ON public.team_member TO accompany_app;
GRANT DELETE ON public.team_member TO accompany_app;
GRANT UPDATE (valid_until, note, version) ON public.accreditation TO accompany_app;
GRANT UPDATE (answer) ON public.receipt TO accompany_app;
GRANT UPDATE (kind, status, risk, secrecy, team_id, worker_id, closed_on, closure_reason, next_step_cipher,
  next_step_revision, next_step_on, version) ON public.case_file TO accompany_app;
GRANT UPDATE (valid_until, version) ON public.case_member TO accompany_app;
GRANT UPDATE (kind, happened_on, body_cipher, edited_at, version) ON public.note TO accompany_app;
GRANT UPDATE (since, until, version) ON public.place_stay TO accompany_app;
GRANT UPDATE (sex, interpreter_need, version) ON public.person TO accompany_app;
GRANT UPDATE (starts_at, ends_at, access, waiting_minutes, version) ON public.visit TO accompany_app;
GRANT UPDATE (text_cipher, version) ON public.visit_observation TO accompany_app;
GRANT UPDATE (people, country, note_cipher, version) ON public.visit_group TO accompany_app;
GRANT UPDATE (outcome, note_cipher, version) ON public.encounter TO accompany_app;
GRANT UPDATE (answered_by, answered_at, answer_cipher, version) ON public.signal TO accompany_app;

GRANT SELECT (id, name, kind) ON public.organisation TO accompany_auth;
GRANT SELECT (id, organisation_id, name) ON public.team TO accompany_auth;
GRANT SELECT, INSERT ON public.staff, public.team_member TO accompany_auth;
GRANT UPDATE (locale, version) ON public.staff TO accompany_auth;
GRANT SELECT, INSERT, UPDATE ON public.credential TO accompany_auth;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON public.recovery_code TO accompany_auth;
GRANT SELECT, INSERT, UPDATE (token_hash, last_seen_at, second_step_at, second_step_due, revoked_at) ON public.session TO accompany_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.throttle TO accompany_auth;
GRANT SELECT, INSERT, UPDATE (used_at, revoked_at) ON public.invitation TO accompany_auth;

GRANT SELECT ON public.encounter, public.encounter_item, public.signal, public.visit, public.visit_visitor, public.person,
  public.nationality, public.age_claim, public.case_person, public.place_stay, public.team, public.organisation,
  public.visit_group TO accompany_job;
GRANT SELECT (id, kind, secrecy, team_id) ON public.case_file TO accompany_job;

GRANT SELECT ON public.session, public.staff, public.team, public.team_member, public.person, public.case_file,
  public.case_person, public.case_member, public.visit_visitor TO accompany_guard;
GRANT UPDATE (last_seen_at) ON public.session TO accompany_guard;
GRANT UPDATE (team_id, secrecy) ON public.case_person, public.case_member, public.case_assignment, public.note,
  public.place_stay, public.encounter, public.encounter_item, public.signal TO accompany_guard;
GRANT SELECT (case_id) ON public.case_assignment, public.note, public.place_stay, public.encounter, public.encounter_item,
  public.signal TO accompany_guard;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO accompany_backup;

GRANT EXECUTE ON FUNCTION app.idle_limit(public.role) TO accompany_guard, accompany_auth;
GRANT EXECUTE ON FUNCTION app.job() TO accompany_job;

-- The guard owns what looks behind the policies; the app may ask, not read.
GRANT USAGE ON SCHEMA public TO accompany_guard;
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS sig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'app' AND p.prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO accompany_guard', f.sig);
  END LOOP;
END $$;
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.enter(text), app.live_session(), app.actor_id(), app.actor_role(), app.organisation_id(),
  app.worker_id(), app.my_teams(), app.led_teams(), app.member_cases(), app.my_cases(), app.my_visits(),
  app.is_new_person(uuid), app.is_colleague(uuid), app.is_first_member(uuid, uuid) TO accompany_app;
GRANT EXECUTE ON FUNCTION app.enter(text), app.live_session(), app.actor_id(), app.actor_role() TO accompany_stats;
RESET ROLE;
