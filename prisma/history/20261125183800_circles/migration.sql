-- AlterTable
ALTER TABLE "case_member" ADD COLUMN     "guest_kind" TEXT,
ADD COLUMN     "parts" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reason_cipher" BYTEA;

-- CreateTable
CREATE TABLE "glass" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason_cipher" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "review_due_on" DATE NOT NULL,
    "verdict" TEXT,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "glass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "glass_try" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "glass_try_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "glass_staff_id_at_idx" ON "glass"("staff_id", "at");

-- CreateIndex
CREATE INDEX "glass_case_id_at_idx" ON "glass"("case_id", "at");

-- CreateIndex
CREATE INDEX "glass_reviewed_at_review_due_on_idx" ON "glass"("reviewed_at", "review_due_on");

-- CreateIndex
CREATE INDEX "glass_try_staff_id_at_idx" ON "glass_try"("staff_id", "at");

-- AddForeignKey
ALTER TABLE "glass" ADD CONSTRAINT "glass_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glass" ADD CONSTRAINT "glass_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glass" ADD CONSTRAINT "glass_reviewed_by_fkey" FOREIGN KEY ("reviewed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glass_try" ADD CONSTRAINT "glass_try_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by, and how long anything lasts (lib/circles/*.rules.ts) --------------------------------

ALTER TABLE public.glass
  ADD CONSTRAINT glass_kind CHECK (kind IN ('danger', 'health', 'deadline', 'removal', 'other')),
  ADD CONSTRAINT glass_hours CHECK (expires_at > at AND expires_at <= at + interval '4 hours'),
  ADD CONSTRAINT glass_due CHECK (review_due_on BETWEEN at::date AND (at + interval '14 days')::date),
  ADD CONSTRAINT glass_verdict CHECK (verdict IN ('right', 'ask_next_time', 'wrong')
    AND (verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
  ADD CONSTRAINT glass_second_pair CHECK (reviewed_by <> staff_id);
ALTER TABLE public.case_member
  ADD CONSTRAINT case_member_guest_kind CHECK (guest_kind IN ('interpreter', 'lawyer', 'volunteer')),
  ADD CONSTRAINT case_member_parts CHECK (parts IS NOT NULL AND parts <@ ARRAY['tasks', 'people', 'deadlines', 'notes']),
  -- Only a guest's stay has parts, and it lasts a month at most; longer is another row, with its reason.
  ADD CONSTRAINT case_member_guest_parts CHECK (kind = 'guest' OR (parts = '{}' AND guest_kind IS NULL)),
  ADD CONSTRAINT case_member_guest_month CHECK (kind <> 'guest' OR valid_until <= valid_from + interval '30 days');
ALTER TABLE public.wrapped_key DROP CONSTRAINT wrapped_key_holder;
ALTER TABLE public.wrapped_key ADD CONSTRAINT wrapped_key_holder CHECK (holder_kind IN ('person', 'file', 'visit', 'glass'));

GRANT SELECT, INSERT ON public.glass, public.glass_try TO accompany_guard;
GRANT UPDATE (verdict, reviewed_by, reviewed_at) ON public.glass TO accompany_guard;
GRANT SELECT (plan_id) ON public.visit_plan_person TO accompany_guard;

-- 2. Who is in a file, and how ------------------------------------------------------------------------------------------
-- member_cases() and my_cases() say where one works and are what every write asks. Reading asks for more: what one opened in
-- an emergency, and the parts of a file that a guest was given. No policy for a write may ask the second kind.

SET ROLE accompany_guard;

CREATE OR REPLACE FUNCTION app.member_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.case_id), '{}')
    FROM app.live_session() a JOIN public.case_member m ON m.staff_id = a.staff_id
   WHERE a.role IN ('caseworker', 'coordinator')
     AND m.kind <> 'guest'
     AND m.valid_from <= app.now()
     AND (m.valid_until IS NULL OR m.valid_until > app.now())
$$;

-- Restricted files that one opened in an emergency, while it lasts. A sealed one is never among them.
CREATE FUNCTION app.glass_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(g.case_id), '{}')
    FROM app.live_session() a
    JOIN public.glass g ON g.staff_id = a.staff_id
    JOIN public.case_file f ON f.id = g.case_id
   WHERE a.role IN ('caseworker', 'coordinator')
     AND f.secrecy = 'restricted'
     AND g.at > app.now() - interval '4 hours' AND g.at <= app.now() AND g.expires_at > app.now()
$$;

-- Files of which a guest was given this part; with null, any part or none.
CREATE FUNCTION app.guest_cases(part text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(m.case_id), '{}')
    FROM app.live_session() a JOIN public.case_member m ON m.staff_id = a.staff_id
   WHERE a.role = 'guest'
     AND m.kind = 'guest'
     AND m.valid_from <= app.now() AND m.valid_until > app.now()
     AND (part IS NULL OR part = ANY (m.parts))
$$;

CREATE FUNCTION app.seen_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT app.my_cases() || app.glass_cases() $$;

-- May she write in this file? The policies work and circle_work of case_file, for what hangs on a file by another column.
CREATE FUNCTION app.may_write_case(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT app.worker_id() IS NOT NULL
     AND EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases())))
$$;

-- Which openings concern her: her own, those of files whose circle she is in, those of the office she leads.
CREATE FUNCTION app.my_glasses() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(g.id), '{}')
    FROM public.glass g JOIN public.case_file f ON f.id = g.case_id, app.worker_id() me
   WHERE me IS NOT NULL
     AND (g.staff_id = me
          OR g.case_id = ANY (app.member_cases())
          OR (f.secrecy = 'open' AND f.worker_id = me)
          OR f.team_id = ANY (app.led_teams()))
$$;

-- 3. Who reads a file and why: one function, which answers to the guard alone -------------------------------------------

CREATE OR REPLACE FUNCTION app.reading(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT st.id, 'worker', NULL::timestamptz, true
    FROM public.case_file f JOIN public.staff st ON st.id = f.worker_id
   WHERE f.id = file AND st.active AND st.role IN ('caseworker', 'coordinator')
     AND (f.secrecy = 'open' OR EXISTS (
            SELECT 1 FROM public.case_member m
             WHERE m.case_id = f.id AND m.staff_id = st.id AND m.kind <> 'guest' AND m.valid_from <= app.now()
               AND (m.valid_until IS NULL OR m.valid_until > app.now())))
  UNION ALL
  SELECT st.id, m.kind, m.valid_until, m.kind <> 'guest'
    FROM public.case_member m JOIN public.staff st ON st.id = m.staff_id
   WHERE m.case_id = file AND st.active
     AND (CASE WHEN m.kind = 'guest' THEN st.role = 'guest' ELSE st.role IN ('caseworker', 'coordinator') END)
     AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now())
  UNION ALL
  SELECT st.id, 'coordinator', NULL::timestamptz, true
    FROM public.case_file f
    JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
    JOIN public.staff st ON st.id = t.staff_id
   WHERE f.id = file AND st.active AND st.role = 'coordinator' AND f.secrecy = 'open'
  UNION ALL
  SELECT st.id, 'glass', g.expires_at, false
    FROM public.glass g
    JOIN public.case_file f ON f.id = g.case_id AND f.secrecy = 'restricted'
    JOIN public.staff st ON st.id = g.staff_id
   WHERE g.case_id = file AND st.active AND st.role IN ('caseworker', 'coordinator')
     AND g.at > app.now() - interval '4 hours' AND g.at <= app.now() AND g.expires_at > app.now()
$$;

CREATE OR REPLACE FUNCTION app.readers_of(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT r.staff_id, r.reason, r.until, r.works
    FROM app.reading(file) r
   WHERE EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()) OR f.id = ANY (app.glass_cases()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases()) OR f.id = ANY (app.glass_cases())))
$$;

-- Whoever reads the file itself. A guest reads parts of it and is told of nothing.
CREATE OR REPLACE FUNCTION app.reaches(colleague uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM app.reading(file) r WHERE r.staff_id = colleague AND r.reason <> 'guest') $$;

-- 4. Breaking the glass -------------------------------------------------------------------------------------------------
-- One answer, by one query, for a code that nobody has, a sealed file, an open one, one's own and another house's. Every try
-- is counted before it is looked at, so that neither a hit nor a miss is free. 'tooMany' is said before any code is read.

CREATE FUNCTION app.break_glass(opening uuid, asked text, why text, due date) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); house uuid := app.organisation_id(); file uuid; office uuid;
BEGIN
  IF me IS NULL THEN
    RAISE EXCEPTION 'only who works on files opens one in an emergency' USING ERRCODE = '42501';
  END IF;
  -- Two tries at once are counted one after the other.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('glass' || me::text, 0));
  IF (SELECT pg_catalog.count(*) FROM public.glass_try t WHERE t.staff_id = me AND t.at > app.now() - interval '1 hour') >= 5
     OR (SELECT pg_catalog.count(*) FROM public.glass g WHERE g.staff_id = me AND g.at > app.now() - interval '30 days') >= 3 THEN
    RETURN 'tooMany';
  END IF;
  INSERT INTO public.glass_try (staff_id) VALUES (me);
  SELECT f.id, f.team_id INTO file, office
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE f.code = asked AND t.organisation_id = house AND f.secrecy = 'restricted'
     AND NOT (f.id = ANY (app.member_cases())) AND NOT (f.id = ANY (app.glass_cases()))
   ORDER BY f.id LIMIT 1;
  IF file IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.glass (id, case_id, staff_id, kind, at, expires_at, review_due_on)
  VALUES (opening, file, me, why, app.now(), app.now() + interval '4 hours', due);
  -- At once to the circle, with the file; to who leads the office and is outside, that it happened.
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT DISTINCT r.staff_id, 'glass_broken', file FROM app.reading(file) r WHERE r.works AND r.staff_id <> me;
  INSERT INTO public.notice (staff_id, kind)
  SELECT st.id, 'glass_broken'
    FROM public.team_member tm JOIN public.staff st ON st.id = tm.staff_id
   WHERE tm.team_id = office AND tm.leads AND st.active AND st.role = 'coordinator' AND st.id <> me
     AND NOT EXISTS (SELECT 1 FROM app.reading(file) r WHERE r.staff_id = st.id AND r.works);
  RETURN file::text;
END $$;

-- The answer of a second pair of eyes: who is in the circle, or leads the office; never who broke it. Once.
CREATE FUNCTION app.answer_glass(opening uuid, said text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id();
BEGIN
  UPDATE public.glass g SET verdict = said, reviewed_by = me, reviewed_at = app.now()
   WHERE g.id = opening AND g.id = ANY (app.my_glasses()) AND g.staff_id <> me AND g.verdict IS NULL;
  RETURN FOUND;
END $$;

-- 5. What a guest is told of a file: its code, until when, which parts, and when somebody is to be seen next ---------------
-- The row of the file itself stays out of her reach: kind, risk and next step are in it.

CREATE FUNCTION app.guest_files()
  RETURNS TABLE (case_id uuid, code text, guest_kind text, parts text[], until timestamptz, visit_on date, visit_starts text, place_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT f.id, f.code, m.guest_kind, m.parts, m.valid_until, v.on_date, v.starts_at::text, v.place_id
    FROM app.live_session() a
    JOIN public.case_member m ON m.staff_id = a.staff_id AND m.kind = 'guest'
    JOIN public.case_file f ON f.id = m.case_id
    LEFT JOIN LATERAL (
      SELECT p.on_date, p.starts_at, p.place_id
        FROM public.visit_plan_person pp JOIN public.visit_plan p ON p.id = pp.plan_id
       WHERE pp.case_id = f.id AND p.state = 'published'
         AND p.on_date >= (app.now() AT TIME ZONE 'Europe/Brussels')::date
       ORDER BY p.on_date, p.id LIMIT 1) v ON true
   WHERE a.role = 'guest' AND m.valid_from <= app.now() AND m.valid_until > app.now()
$$;

REVOKE ALL ON FUNCTION app.glass_cases(), app.guest_cases(text), app.seen_cases(), app.may_write_case(uuid), app.my_glasses(),
  app.break_glass(uuid, text, text, date), app.answer_glass(uuid, text), app.guest_files() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.glass_cases(), app.guest_cases(text), app.seen_cases(), app.may_write_case(uuid), app.my_glasses(),
  app.break_glass(uuid, text, text, date), app.answer_glass(uuid, text), app.guest_files() TO accompany_app;
RESET ROLE;

-- 6. Policies -------------------------------------------------------------------------------------------------------------

ALTER TABLE public.glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.glass FORCE ROW LEVEL SECURITY;
ALTER TABLE public.glass_try ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.glass_try FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.glass, public.glass_try FROM PUBLIC;
CREATE POLICY guards ON public.glass FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.glass_try FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY concerned ON public.glass FOR SELECT TO accompany_app USING (id = ANY ((SELECT app.my_glasses())::uuid[]));
-- Why, in words: by whoever broke it, once.
CREATE POLICY words ON public.glass FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND reason_cipher IS NULL) WITH CHECK (staff_id = (SELECT app.worker_id()));
GRANT SELECT, UPDATE (reason_cipher) ON public.glass TO accompany_app;
GRANT SELECT ON public.glass, public.glass_try TO accompany_backup;

-- Reading a file table: as before, and what one opened in an emergency; never a sealed row that way, whatever a function says.
-- A guest is let in by policies of single tables (below), within the same circle.
CREATE PROCEDURE app.let_file_table_be_read(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('DROP POLICY IF EXISTS reach ON public.%I', t);
  EXECUTE pg_catalog.format('DROP POLICY IF EXISTS circle ON public.%I', t);
  EXECUTE pg_catalog.format('CREATE POLICY reach ON public.%I FOR SELECT TO accompany_app
    USING (case_id = ANY ((SELECT app.seen_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))', t);
  EXECUTE pg_catalog.format('CREATE POLICY circle ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app
    USING (secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[])
           OR (secrecy = ''restricted'' AND case_id = ANY ((SELECT app.glass_cases())::uuid[]))
           OR case_id = ANY ((SELECT app.guest_cases(NULL))::uuid[]))', t);
END $$;
REVOKE ALL ON PROCEDURE app.let_file_table_be_read(text) FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
            WHERE g.tgname = 'copy_scope' AND g.tgfoid = 'app.copy_scope'::regproc LOOP
    CALL app.let_file_table_be_read(t);
  END LOOP;
END $$;

-- Tables of rooms to come.
CREATE OR REPLACE PROCEDURE app.protect_file_table(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  reach constant text := '(case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))';
  circle constant text := '(secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[]))';
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.copy_scope()', t);
  CALL app.let_file_table_be_read(t);
  EXECUTE pg_catalog.format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY circle_work ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app USING %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  EXECUTE pg_catalog.format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  EXECUTE pg_catalog.format('GRANT SELECT (case_id), UPDATE (team_id, secrecy) ON public.%I TO accompany_guard', t);
  EXECUTE pg_catalog.format('GRANT SELECT ON public.%I TO accompany_backup', t);
END $$;

ALTER POLICY reach ON public.case_file
  USING (worker_id = (SELECT app.worker_id())
         OR id = ANY ((SELECT app.member_cases())::uuid[])
         OR id = ANY ((SELECT app.glass_cases())::uuid[])
         OR team_id = ANY ((SELECT app.led_teams())::uuid[]));
ALTER POLICY circle ON public.case_file
  USING (secrecy = 'open' OR id = ANY ((SELECT app.member_cases())::uuid[])
         OR (secrecy = 'restricted' AND id = ANY ((SELECT app.glass_cases())::uuid[])));

-- What a guest may be given. Everything else of a file has no policy that lets her in.
CREATE POLICY guest ON public.task FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.guest_cases('tasks'))::uuid[]) AND assigned_to = (SELECT app.actor_id()));
CREATE POLICY guest ON public.case_person FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.guest_cases('people'))::uuid[]));
CREATE POLICY guest ON public.deadline FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.guest_cases('deadlines'))::uuid[]));
CREATE POLICY guest ON public.note FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.guest_cases('notes'))::uuid[]));
-- Names, ages, nationalities and languages come with the people; numbers, places of origin do not.
CREATE POLICY colleagues ON public.person_identifier AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY colleagues ON public.person_origin AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);

-- What is written because one sees it is not written through the glass.
CREATE POLICY not_through_glass ON public.person AS RESTRICTIVE FOR UPDATE TO accompany_app USING (app.is_my_person(id));
CREATE PROCEDURE app.keep_claims_from_glass(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('CREATE POLICY not_through_glass ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app
    USING (app.is_my_person(person_id) AND (circle_case_id IS NULL OR app.may_write_case(circle_case_id)))', t);
  EXECUTE pg_catalog.format('CREATE POLICY not_through_glass_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
    WITH CHECK (app.is_my_person(person_id) AND (circle_case_id IS NULL OR app.may_write_case(circle_case_id)))', t);
  EXECUTE pg_catalog.format('ALTER POLICY circle ON public.%I
    USING (circle_case_id IS NULL OR EXISTS (SELECT FROM public.case_file f WHERE f.id = circle_case_id)
           OR circle_case_id = ANY ((SELECT app.guest_cases(''people''))::uuid[]))', t);
END $$;
REVOKE ALL ON PROCEDURE app.keep_claims_from_glass(text) FROM PUBLIC;
CALL app.keep_claims_from_glass('person_name');
CALL app.keep_claims_from_glass('age_claim');
CALL app.keep_claims_from_glass('nationality');
CALL app.keep_claims_from_glass('person_language');
CALL app.keep_claims_from_glass('person_identifier');
CALL app.keep_claims_from_glass('person_origin');
CREATE POLICY not_through_glass ON public.related_file AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (app.may_write_case(case_id) AND app.may_write_case(other_case_id));
CREATE POLICY not_through_glass_add ON public.related_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (app.may_write_case(case_id) AND app.may_write_case(other_case_id));

-- Keys: of the words of an opening, for whoever it concerns; of a file, also for its guests. A new one is made by who may write.
ALTER POLICY reach ON public.wrapped_key
  USING ((holder_kind = 'person' AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = wrapped_key.holder_id)) OR
    (holder_kind = 'file' AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id)
                               OR holder_id = ANY ((SELECT app.guest_cases(NULL))::uuid[]))) OR
    (holder_kind = 'glass' AND EXISTS (SELECT FROM public.glass g WHERE g.id = wrapped_key.holder_id)) OR
    (holder_kind = 'visit' AND EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id)));
ALTER POLICY add ON public.wrapped_key
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND (
    (holder_kind = 'person' AND (app.is_my_person(holder_id) OR app.is_new_person(holder_id))) OR
    (holder_kind = 'file' AND app.may_write_case(holder_id)) OR
    (holder_kind = 'glass' AND EXISTS (SELECT FROM public.glass g WHERE g.id = wrapped_key.holder_id AND g.staff_id = (SELECT app.worker_id()))) OR
    (holder_kind = 'visit' AND EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id))));

-- 7. Guests are let in with a kind, for parts, and not for longer than was said -------------------------------------------

GRANT INSERT (guest_kind, parts, reason_cipher) ON public.case_member TO accompany_app;
CREATE POLICY guest_said ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (kind <> 'guest' OR (guest_kind IS NOT NULL AND valid_from <= app.now()));

CREATE OR REPLACE FUNCTION app.guard_case_member() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.staff_id = app.worker_id()
     AND (NEW.valid_until IS NULL AND OLD.valid_until IS NOT NULL OR NEW.valid_until > OLD.valid_until) THEN
    RAISE EXCEPTION 'nobody lengthens her own stay in a file' USING ERRCODE = '42501';
  END IF;
  IF OLD.kind = 'guest' AND NEW.valid_until > OLD.valid_until THEN
    RAISE EXCEPTION 'a guest who stays longer is let in anew' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- A task may be given to a guest of the file too.
CREATE OR REPLACE FUNCTION app.guard_task() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.assigned_to NOT IN (SELECT r.staff_id FROM app.readers_of(NEW.case_id) r WHERE r.works OR r.reason = 'guest') THEN
    RAISE EXCEPTION 'this colleague does not reach the file' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
ALTER POLICY signed ON public.task
  WITH CHECK (created_by = (SELECT app.worker_id()) AND done_by IS NULL
              AND assigned_to IN (SELECT r.staff_id FROM app.readers_of(task.case_id) r WHERE r.works OR r.reason = 'guest'));
