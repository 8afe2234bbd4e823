-- AlterTable
ALTER TABLE "case_member" ADD COLUMN     "privileged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "note" ADD COLUMN     "privileged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "note_revision" ADD COLUMN     "privileged" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "circle_word" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "staff_id" UUID,
    "member_kind" TEXT,
    "guest_kind" TEXT,
    "parts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "privileged" BOOLEAN NOT NULL DEFAULT false,
    "valid_until" TIMESTAMPTZ(3),
    "reason_cipher" BYTEA NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "circle_word_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "circle_word_case_id_state_idx" ON "circle_word"("case_id", "state");

-- CreateIndex
CREATE INDEX "circle_word_team_id_idx" ON "circle_word"("team_id");

-- AddForeignKey
ALTER TABLE "circle_word" ADD CONSTRAINT "circle_word_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circle_word" ADD CONSTRAINT "circle_word_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circle_word" ADD CONSTRAINT "circle_word_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circle_word" ADD CONSTRAINT "circle_word_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------------

ALTER TABLE public.circle_word
  ADD CONSTRAINT circle_word_kind CHECK (
    (kind = 'member' AND staff_id IS NOT NULL AND member_kind IN ('support', 'cover', 'circle') AND guest_kind IS NULL AND parts = '{}')
    OR (kind = 'guest' AND staff_id IS NOT NULL AND member_kind IS NULL AND NOT privileged AND valid_until IS NOT NULL
        AND guest_kind IN ('interpreter', 'lawyer', 'volunteer') AND parts <@ ARRAY['tasks', 'people', 'deadlines', 'notes'])
    OR (kind = 'unseal' AND staff_id IS NULL AND member_kind IS NULL AND guest_kind IS NULL AND parts = '{}' AND NOT privileged)),
  ADD CONSTRAINT circle_word_state CHECK (state IN ('asked', 'agreed', 'refused', 'withdrawn')
    AND (state = 'asked') = (answered_by IS NULL) AND (state = 'asked') = (answered_at IS NULL)),
  -- Two people, whoever writes the row.
  ADD CONSTRAINT circle_word_two CHECK (state <> 'agreed' OR answered_by NOT IN (asked_by, COALESCE(staff_id, asked_by))),
  ADD CONSTRAINT circle_word_not_oneself CHECK (staff_id <> asked_by);
ALTER TABLE public.case_member ADD CONSTRAINT case_member_privileged CHECK (NOT privileged OR kind <> 'guest');

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('circle_word');
CREATE POLICY signed ON public.circle_word AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (asked_by = (SELECT app.worker_id()) AND state = 'asked' AND secrecy <> 'open'
              AND (kind <> 'unseal' OR secrecy = 'sealed') AND (staff_id IS NULL OR app.is_colleague(staff_id)));
-- Among members: a glass or a guest reads no proposal.
CREATE POLICY members ON public.circle_word AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (case_id = ANY ((SELECT app.member_cases())::uuid[]));
GRANT SELECT, INSERT ON public.circle_word TO accompany_app;
GRANT SELECT, UPDATE (state, answered_by, answered_at) ON public.circle_word TO accompany_guard;
GRANT INSERT ON public.case_member TO accompany_guard;
GRANT UPDATE (secrecy) ON public.case_file TO accompany_guard;

-- 2. Two hands --------------------------------------------------------------------------------------------------------------

SET ROLE accompany_guard;

-- An opening bears its time to the millisecond, rounded: asking whether it has begun could hide it for half of one.
CREATE OR REPLACE FUNCTION app.glass_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(g.case_id), '{}')
    FROM app.live_session() a
    JOIN public.glass g ON g.staff_id = a.staff_id
    JOIN public.case_file f ON f.id = g.case_id
   WHERE a.role IN ('caseworker', 'coordinator')
     AND f.secrecy = 'restricted'
     AND g.at > app.now() - interval '4 hours' AND g.expires_at > app.now()
$$;

-- Who stays in a circle: named without an end, at work here, of a role that reads. A stay with an end lapses without anybody
-- pressing anything, so it holds no file.
CREATE FUNCTION app.lasting_members(file uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT m.staff_id
    FROM public.case_member m JOIN public.staff s ON s.id = m.staff_id
   WHERE m.case_id = file AND m.kind <> 'guest' AND m.valid_from <= app.now() + interval '1 second' AND m.valid_until IS NULL
     AND s.active AND s.role IN ('caseworker', 'coordinator')
$$;

CREATE FUNCTION app.has_other_member(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_member m JOIN public.staff s ON s.id = m.staff_id
                  WHERE m.case_id = file AND m.kind <> 'guest' AND m.staff_id <> app.worker_id() AND s.active
                    AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now()))
$$;

-- The word of a second member. In one word what became of it.
CREATE FUNCTION app.answer_circle_word(word uuid, agrees boolean, member uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); w record;
BEGIN
  SELECT x.* INTO w FROM public.circle_word x
   WHERE x.id = word AND x.state = 'asked' AND x.case_id = ANY (app.member_cases()) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  IF NOT agrees THEN
    UPDATE public.circle_word SET state = CASE WHEN w.asked_by = me THEN 'withdrawn' ELSE 'refused' END,
           answered_by = me, answered_at = app.now() WHERE id = word;
    RETURN 'ok';
  END IF;
  IF me = w.asked_by OR me = w.staff_id THEN RETURN 'notOneself'; END IF;
  -- Whoever asked must be of the circle still, and a proposal does not lie about for months.
  IF NOT EXISTS (SELECT 1 FROM app.reading(w.case_id) r WHERE r.staff_id = w.asked_by AND r.works)
     OR w.asked_at < app.now() - interval '14 days' OR w.valid_until <= app.now() THEN
    RETURN 'over';
  END IF;
  IF w.kind = 'unseal' THEN
    UPDATE public.case_file SET secrecy = 'restricted', version = version + 1 WHERE id = w.case_id AND secrecy = 'sealed';
    IF NOT FOUND THEN RETURN 'over'; END IF;
  ELSE
    INSERT INTO public.case_member (id, case_id, staff_id, kind, guest_kind, parts, privileged, valid_from, valid_until, added_by)
    VALUES (member, w.case_id, w.staff_id, COALESCE(w.member_kind, 'guest'), w.guest_kind, w.parts, w.privileged, app.now(),
            w.valid_until, w.asked_by);
  END IF;
  UPDATE public.circle_word SET state = 'agreed', answered_by = me, answered_at = app.now() WHERE id = word;
  RETURN 'ok';
END $$;

-- A sealed file has two members who stay, and people of its own.
CREATE OR REPLACE FUNCTION app.check_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  changed jsonb := pg_catalog.to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  file uuid := COALESCE(changed ->> 'case_id', changed ->> 'id');
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.secrecy = 'sealed') THEN
    IF (SELECT pg_catalog.count(*) FROM app.lasting_members(file)) < 2 THEN
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

-- 3. Whoever leaves -----------------------------------------------------------------------------------------------------------
-- One answer for every reason: she works a file that is not closed, or a circle would be left with fewer than two who stay.
-- Every caseworker holds something, so the answer tells of no circle (docs/adr/0052).

CREATE FUNCTION app.holds_something(colleague uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.worker_id = colleague AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']))
      OR EXISTS (SELECT 1 FROM public.case_member m JOIN public.case_file f ON f.id = m.case_id
                  WHERE m.staff_id = colleague AND m.kind <> 'guest' AND m.valid_until IS NULL AND f.secrecy <> 'open'
                    AND (SELECT pg_catalog.count(*) FROM app.lasting_members(f.id) x(id) WHERE x.id <> colleague) < 2)
$$;

-- For an admin of the house, about a colleague; about nobody else, and for nobody else.
CREATE FUNCTION app.may_leave(colleague uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT app.actor_role() = 'admin' AND app.is_colleague(colleague) AND NOT app.holds_something(colleague) $$;

-- For oneself: the circles that would have fewer than two left. What one is told before leaving.
CREATE FUNCTION app.held_circles() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT f.id), '{}')
    FROM public.case_file f
   WHERE f.id = ANY (app.member_cases()) AND f.secrecy <> 'open'
     AND EXISTS (SELECT 1 FROM app.lasting_members(f.id) x(id) WHERE x.id = app.worker_id())
     AND (SELECT pg_catalog.count(*) FROM app.lasting_members(f.id) x(id) WHERE x.id <> app.worker_id()) < 2
$$;

CREATE FUNCTION app.guard_leaving() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF app.holds_something(NEW.id) THEN
    RAISE EXCEPTION 'a colleague hands over what she holds before she leaves' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- 4. The lawyer's notes ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION app.privileged_cases() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(c.id), '{}')
    FROM (SELECT f.id FROM public.case_file f
           WHERE f.worker_id = app.worker_id() AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases()))
          UNION
          SELECT m.case_id FROM public.case_member m
           WHERE m.staff_id = app.worker_id() AND m.privileged AND m.kind <> 'guest' AND m.valid_from <= app.now()
             AND (m.valid_until IS NULL OR m.valid_until > app.now())) c
$$;

CREATE OR REPLACE FUNCTION app.keep_note_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.note_revision (note_id, version, case_id, kind, happened_on, body_cipher, privileged)
  VALUES (OLD.id, OLD.version, OLD.case_id, OLD.kind, OLD.happened_on, OLD.body_cipher, OLD.privileged);
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION app.lasting_members(uuid), app.has_other_member(uuid), app.answer_circle_word(uuid, boolean, uuid),
  app.holds_something(uuid), app.may_leave(uuid), app.held_circles(), app.guard_leaving(), app.privileged_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.has_other_member(uuid), app.answer_circle_word(uuid, boolean, uuid), app.may_leave(uuid),
  app.held_circles(), app.privileged_cases() TO accompany_app;
GRANT EXECUTE ON FUNCTION app.guard_leaving() TO accompany_owner;
RESET ROLE;

CREATE TRIGGER guard_leaving AFTER UPDATE OF active, role ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND OLD.active AND OLD.role IN ('caseworker', 'coordinator')
                     AND (NOT NEW.active OR NEW.role NOT IN ('caseworker', 'coordinator')))
  EXECUTE FUNCTION app.guard_leaving();

-- Into a closed circle nobody is let by one person alone, once there is a second; herself nobody lets in at all (policy add).
CREATE POLICY two_hands ON public.case_member AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (secrecy = 'open' OR app.is_first_member(case_id, staff_id) OR NOT app.has_other_member(case_id));
GRANT INSERT (privileged) ON public.case_member TO accompany_app;

CREATE POLICY privileged ON public.note AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (NOT privileged OR case_id = ANY ((SELECT app.privileged_cases())::uuid[]));
CREATE POLICY privileged_add ON public.note AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT privileged OR case_id = ANY ((SELECT app.privileged_cases())::uuid[]));
CREATE POLICY privileged_work ON public.note AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (NOT privileged OR case_id = ANY ((SELECT app.privileged_cases())::uuid[]));
CREATE POLICY privileged ON public.note_revision AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (NOT privileged OR case_id = ANY ((SELECT app.privileged_cases())::uuid[]));
GRANT INSERT (privileged) ON public.note TO accompany_app;

-- 5. The door closed at once -----------------------------------------------------------------------------------------------------
-- Somebody whose account is in wrong hands cannot wait for a hand-over. She loses every way in and keeps what she holds, until a
-- coordinator vouches for her anew (docs/adr/0036).

SET ROLE accompany_guard;
CREATE FUNCTION app.close_door(account uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE house uuid; me uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, me FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin closes a door' USING ERRCODE = '42501';
  END IF;
  UPDATE public.staff s SET vouched_at = NULL, vouched_by = NULL
   WHERE s.id = account AND s.id <> me AND s.organisation_id = house AND s.active AND s.role <> 'admin';
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION app.close_door(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.close_door(uuid) TO accompany_app;
RESET ROLE;
