-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "languages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "from_staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "until_day" DATE,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "sent_by" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "handover_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "to_staff_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "note_cipher" BYTEA NOT NULL,
    "note_revision" INTEGER NOT NULL DEFAULT 1,
    "reason_cipher" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "member_id" UUID,
    "task_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "plan_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "joined_plans" UUID[] DEFAULT ARRAY[]::UUID[],
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("handover_id","case_id")
);

-- CreateIndex
CREATE INDEX "handover_team_id_created_at_idx" ON "handover"("team_id", "created_at");

-- CreateIndex
CREATE INDEX "handover_from_staff_id_idx" ON "handover"("from_staff_id");

-- CreateIndex
CREATE INDEX "handover_item_case_id_idx" ON "handover_item"("case_id");

-- CreateIndex
CREATE INDEX "handover_item_team_id_idx" ON "handover_item"("team_id");

-- CreateIndex
CREATE INDEX "handover_item_to_staff_id_state_idx" ON "handover_item"("to_staff_id", "state");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_staff_id_fkey" FOREIGN KEY ("from_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_to_staff_id_fkey" FOREIGN KEY ("to_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.handover ADD CONSTRAINT handover_kind CHECK (kind IN ('permanent', 'temporary'));
ALTER TABLE public.handover ADD CONSTRAINT handover_until CHECK ((kind = 'temporary') = (until_day IS NOT NULL));
ALTER TABLE public.handover ADD CONSTRAINT handover_state CHECK (state IN ('draft', 'sent', 'undone'));
ALTER TABLE public.handover ADD CONSTRAINT handover_sent CHECK ((state = 'draft') = (sent_at IS NULL) AND (sent_at IS NULL) = (sent_by IS NULL));
ALTER TABLE public.handover_item ADD CONSTRAINT handover_item_state
  CHECK (state IN ('draft', 'held', 'offered', 'accepted', 'declined', 'skipped', 'undone'));
ALTER TABLE public.handover_item ADD CONSTRAINT handover_item_to CHECK (state NOT IN ('offered', 'accepted') OR to_staff_id IS NOT NULL);
-- That a sealed file exists is known to its members, and they hand it over among themselves.
ALTER TABLE public.handover_item ADD CONSTRAINT handover_item_never_sealed CHECK (secrecy <> 'sealed');

-- 2. Who sees a hand-over: who leads the office, whose files they are, who is asked to take one -----------------------

ALTER TABLE public.handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.handover FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.handover FROM PUBLIC;
CREATE POLICY guards ON public.handover FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.handover, public.handover_item TO accompany_guard;
GRANT SELECT ON public.handover TO accompany_backup;

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
CREATE FUNCTION app.my_handovers() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(h.id), '{}')
    FROM public.handover h, app.worker_id() me
   WHERE h.team_id = ANY (app.led_teams())
      OR h.from_staff_id = me
      OR EXISTS (SELECT 1 FROM public.handover_item i
                  WHERE i.handover_id = h.id AND i.to_staff_id = me AND i.state IN ('offered', 'accepted'))
$$;
REVOKE ALL ON FUNCTION app.my_handovers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_handovers() TO accompany_app;
RESET ROLE;
CALL app.protect_file_table('handover_item');

CREATE POLICY concerned ON public.handover FOR SELECT TO accompany_app USING (id = ANY ((SELECT app.my_handovers())::uuid[]));
CREATE POLICY prepare ON public.handover FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'draft' AND team_id = ANY ((SELECT app.led_teams())::uuid[])
              AND app.is_colleague(from_staff_id));
CREATE POLICY lead ON public.handover FOR UPDATE TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));

CREATE POLICY concerned ON public.handover_item AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (handover_id = ANY ((SELECT app.my_handovers())::uuid[]));
CREATE POLICY prepared ON public.handover_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (state = 'draft' AND team_id = ANY ((SELECT app.led_teams())::uuid[])
              AND handover_id IN (SELECT h.id FROM public.handover h WHERE h.state = 'draft'));
-- Whoever leaves writes the notes while it is prepared; all else is for whoever leads the office.
CREATE POLICY concerned_work ON public.handover_item AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (team_id = ANY ((SELECT app.led_teams())::uuid[])
         OR handover_id IN (SELECT h.id FROM public.handover h WHERE h.from_staff_id = (SELECT app.worker_id()) AND h.state = 'draft'));

GRANT SELECT, INSERT ON public.handover, public.handover_item TO accompany_app;
GRANT UPDATE (kind, until_day, state, sent_by, sent_at, undone_at, version) ON public.handover TO accompany_app;
GRANT UPDATE (to_staff_id, state, note_cipher, note_revision, member_id, task_ids, plan_ids, version)
  ON public.handover_item TO accompany_app;

-- 3. What may follow what ---------------------------------------------------------------------------------------------

CREATE FUNCTION app.guard_handover() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (('draft', 'sent'), ('sent', 'undone')) THEN
    RAISE EXCEPTION 'a hand-over is prepared, sent, undone' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'sent' AND NEW.sent_by IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'a hand-over is sent under one''s own name' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'undone' AND app.now() > OLD.sent_at + interval '24 hours' THEN
    RAISE EXCEPTION 'a hand-over is undone within a day' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_handover BEFORE UPDATE ON public.handover
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND NEW.state <> OLD.state) EXECUTE FUNCTION app.guard_handover();

CREATE FUNCTION app.guard_handover_item() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT OLD.team_id = ANY (app.led_teams())
     AND (OLD.state <> 'draft' OR (NEW.state, NEW.to_staff_id, NEW.member_id, NEW.task_ids, NEW.plan_ids)
                     IS DISTINCT FROM (OLD.state, OLD.to_staff_id, OLD.member_id, OLD.task_ids, OLD.plan_ids)) THEN
    RAISE EXCEPTION 'whoever leaves writes the note, and nothing else' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state IN ('accepted', 'declined') THEN
    RAISE EXCEPTION 'whoever was asked answers' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('accepted', 'skipped', 'undone') AND NEW.state NOT IN (OLD.state, 'undone') THEN
    RAISE EXCEPTION 'what was answered is answered' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_handover(), app.guard_handover_item() FROM PUBLIC;
CREATE TRIGGER guard_handover_item BEFORE UPDATE ON public.handover_item
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_handover_item();

-- 4. Nobody is ever without a worker ----------------------------------------------------------------------------------
-- worker_id is never null, and check_case_staff asks of each new worker that she works here. At the end of each step of
-- a hand-over the file is with the one it must be with: what nobody has accepted, with the coordinator who sent it.

SET ROLE accompany_guard;
CREATE FUNCTION app.check_handover_holder() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE h record; holder uuid;
BEGIN
  SELECT x.kind, x.sent_by, x.from_staff_id INTO h FROM public.handover x WHERE x.id = NEW.handover_id;
  SELECT f.worker_id INTO holder FROM public.case_file f WHERE f.id = NEW.case_id;
  IF h.kind = 'permanent' AND (NEW.state IN ('held', 'offered', 'declined') AND holder <> h.sent_by
                               OR NEW.state = 'accepted' AND holder <> NEW.to_staff_id) THEN
    RAISE EXCEPTION 'a file that is handed over is held by somebody' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.check_handover_holder() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.check_handover_holder() TO accompany_owner;
RESET ROLE;
CREATE CONSTRAINT TRIGGER check_handover_holder AFTER UPDATE OF state ON public.handover_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION app.check_handover_holder();

-- 5. The answer of whoever is asked ------------------------------------------------------------------------------------
-- She may not hand a file over, so the guard moves it (docs/adr/0014): to her and to nobody else, and only what a
-- coordinator has offered her. Says in one word what became of it.

CREATE POLICY hands_over ON public.visit_plan FOR UPDATE TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY hands_over ON public.visit_plan_visitor FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY hands_over_again ON public.visit_plan_visitor FOR UPDATE TO accompany_guard USING (true) WITH CHECK (true);
GRANT UPDATE (version) ON public.visit_plan TO accompany_guard;
GRANT INSERT, UPDATE (goes) ON public.visit_plan_visitor TO accompany_guard;
GRANT UPDATE (worker_id, version) ON public.case_file TO accompany_guard;
GRANT UPDATE (valid_until, version) ON public.case_member TO accompany_guard;
GRANT INSERT ON public.case_assignment TO accompany_guard;
GRANT SELECT (id, assigned_to, done_at, withdrawn_at, version), UPDATE (assigned_to, version) ON public.task TO accompany_guard;
GRANT UPDATE (state, reason_cipher, answered_at, joined_plans, version) ON public.handover_item TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.end_of_day(day date) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN (day + 1)::timestamp AT TIME ZONE 'Europe/Brussels';

CREATE FUNCTION app.answer_handover(asked uuid, file uuid, accepts boolean, reason bytea, assignment uuid, because bytea)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); h record; i record; today date := (app.now() AT TIME ZONE 'Europe/Brussels')::date;
        plan uuid; joined uuid[] := '{}';
BEGIN
  IF me IS NULL OR NOT app.reaches(me, file) THEN RETURN 'notFound'; END IF;
  -- File before item, as whoever sends or undoes takes them: two deeds about one file wait for each other.
  PERFORM 1 FROM public.case_file f WHERE f.id = file FOR NO KEY UPDATE;
  SELECT x.* INTO h FROM public.handover x WHERE x.id = asked AND x.state = 'sent';
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  SELECT x.* INTO i FROM public.handover_item x
   WHERE x.handover_id = asked AND x.case_id = file AND x.to_staff_id = me AND x.state = 'offered' FOR UPDATE;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;

  IF NOT accepts THEN
    UPDATE public.handover_item SET state = 'declined', reason_cipher = reason, answered_at = app.now(), version = version + 1
     WHERE handover_id = asked AND case_id = file;
    UPDATE public.case_member SET valid_until = app.now(), version = version + 1 WHERE id = i.member_id;
    RETURN 'ok';
  END IF;

  IF h.kind = 'permanent' THEN
    IF NOT EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.worker_id = h.sent_by) THEN RETURN 'changedMeanwhile'; END IF;
    IF me <> h.sent_by THEN
      UPDATE public.case_file SET worker_id = me, version = version + 1 WHERE id = file;
      INSERT INTO public.case_assignment (id, case_id, from_staff_id, to_staff_id, reason_cipher, assigned_by, assigned_at)
      VALUES (assignment, file, h.sent_by, me, because, h.sent_by, app.now());
      UPDATE public.task SET assigned_to = me, version = version + 1
       WHERE case_id = file AND id = ANY (i.task_ids) AND assigned_to = h.sent_by AND done_at IS NULL AND withdrawn_at IS NULL;
    END IF;
    UPDATE public.case_member SET valid_until = app.now(), version = version + 1 WHERE id = i.member_id;
  ELSE
    IF h.until_day < today THEN RETURN 'changedMeanwhile'; END IF;
    UPDATE public.case_member SET valid_until = app.end_of_day(h.until_day), version = version + 1 WHERE id = i.member_id;
  END IF;

  FOR plan IN SELECT p.id FROM public.visit_plan p
               WHERE p.id = ANY (i.plan_ids) AND p.state <> 'cancelled' AND p.on_date >= today
                 AND (h.until_day IS NULL OR p.on_date <= h.until_day) ORDER BY p.id LOOP
    IF NOT EXISTS (SELECT 1 FROM public.visit_plan_visitor v WHERE v.plan_id = plan AND v.staff_id = me AND v.goes) THEN
      INSERT INTO public.visit_plan_visitor (plan_id, staff_id, goes) VALUES (plan, me, true)
        ON CONFLICT (plan_id, staff_id) DO UPDATE SET goes = true;
      joined := joined || plan;
    END IF;
    UPDATE public.visit_plan_visitor SET goes = false WHERE plan_id = plan AND staff_id = h.from_staff_id AND staff_id <> me;
    UPDATE public.visit_plan SET version = version + 1 WHERE id = plan;
  END LOOP;
  UPDATE public.handover_item SET state = 'accepted', answered_at = app.now(), joined_plans = joined, version = version + 1
   WHERE handover_id = asked AND case_id = file;
  RETURN 'ok';
END $$;
REVOKE ALL ON FUNCTION app.end_of_day(date), app.answer_handover(uuid, uuid, boolean, bytea, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_of_day(date), app.answer_handover(uuid, uuid, boolean, bytea, uuid, bytea) TO accompany_app;
RESET ROLE;

-- 6. The languages a colleague works in are her own word -----------------------------------------------------------------

GRANT UPDATE (languages) ON public.staff TO accompany_app;
CREATE OR REPLACE FUNCTION app.guard_staff() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.id = app.actor_id() THEN
    IF NEW.role <> OLD.role OR NEW.active <> OLD.active THEN
      RAISE EXCEPTION 'nobody changes her own role' USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.name <> OLD.name OR NEW.locale <> OLD.locale OR NEW.languages <> OLD.languages THEN
    RAISE EXCEPTION 'a name is changed by the person it belongs to' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
