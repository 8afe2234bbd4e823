-- AlterTable
ALTER TABLE "encounter" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "interpreter" TEXT,
ADD COLUMN     "is_again" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "met_at" TEXT,
ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'in_person',
ADD COLUMN     "own_outcome" TEXT;

-- AlterTable
ALTER TABLE "visit_group" ADD COLUMN     "author_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now();

-- AlterTable
ALTER TABLE "visit_observation" ADD COLUMN     "author_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now();

-- CreateTable
CREATE TABLE "visit_revision" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "observation_id" UUID,
    "group_id" UUID,
    "version" INTEGER NOT NULL,
    "people" INTEGER,
    "country" TEXT,
    "text_cipher" BYTEA,
    "replaced_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "visit_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "encounter_account" (
    "id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note_cipher" BYTEA,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "edited_at" TIMESTAMPTZ(3),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "encounter_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "encounter_revision" (
    "id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "account_id" UUID,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "codes" TEXT[],
    "note_cipher" BYTEA,
    "replaced_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "encounter_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_revision_visit_id_idx" ON "visit_revision"("visit_id");

-- CreateIndex
CREATE INDEX "encounter_account_case_id_idx" ON "encounter_account"("case_id");

-- CreateIndex
CREATE INDEX "encounter_account_encounter_id_idx" ON "encounter_account"("encounter_id");

-- CreateIndex
CREATE INDEX "encounter_account_team_id_idx" ON "encounter_account"("team_id");

-- CreateIndex
CREATE INDEX "encounter_revision_case_id_idx" ON "encounter_revision"("case_id");

-- CreateIndex
CREATE INDEX "encounter_revision_encounter_id_idx" ON "encounter_revision"("encounter_id");

-- CreateIndex
CREATE INDEX "encounter_revision_team_id_idx" ON "encounter_revision"("team_id");

-- CreateIndex
CREATE INDEX "visit_place_id_on_date_idx" ON "visit"("place_id", "on_date");

-- AddForeignKey
ALTER TABLE "visit_observation" ADD CONSTRAINT "visit_observation_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_revision" ADD CONSTRAINT "visit_revision_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_revision" ADD CONSTRAINT "visit_revision_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "visit_observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_revision" ADD CONSTRAINT "visit_revision_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "visit_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_revision" ADD CONSTRAINT "visit_revision_replaced_by_fkey" FOREIGN KEY ("replaced_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_account" ADD CONSTRAINT "encounter_account_encounter_id_fkey" FOREIGN KEY ("encounter_id") REFERENCES "encounter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_account" ADD CONSTRAINT "encounter_account_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_account" ADD CONSTRAINT "encounter_account_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_revision" ADD CONSTRAINT "encounter_revision_encounter_id_fkey" FOREIGN KEY ("encounter_id") REFERENCES "encounter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_revision" ADD CONSTRAINT "encounter_revision_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "encounter_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_revision" ADD CONSTRAINT "encounter_revision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_revision" ADD CONSTRAINT "encounter_revision_replaced_by_fkey" FOREIGN KEY ("replaced_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A visit is one per team, centre and day; several colleagues write it, and no text is ever replaced without its copy.

-- 1. Words the code decides by
ALTER TABLE public.encounter
  ADD CONSTRAINT encounter_own_outcome CHECK (own_outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone')),
  ADD CONSTRAINT encounter_mode CHECK (mode IN ('in_person', 'phone', 'video')),
  ADD CONSTRAINT encounter_interpreter CHECK (interpreter IN ('in_person', 'phone', 'none')),
  ADD CONSTRAINT encounter_met_at CHECK (met_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE public.encounter_account
  ADD CONSTRAINT encounter_account_outcome CHECK (outcome IN ('seen', 'not_seen', 'refused', 'isolation', 'gone'));
ALTER TABLE public.visit_revision
  ADD CONSTRAINT visit_revision_of_one CHECK ((observation_id IS NULL) <> (group_id IS NULL));

-- 2. What hangs on a file
-- Whoever puts a trigger on a table must be allowed to run its function.
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('encounter_account');
CALL app.protect_file_table('encounter_revision');
CREATE POLICY signed ON public.encounter_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY signed ON public.encounter_revision AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (replaced_by = (SELECT app.worker_id()));
CREATE POLICY of_this_encounter ON public.encounter_account AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((encounter_id, case_id) IN (SELECT e.id, e.case_id FROM public.encounter e));
CREATE POLICY of_this_encounter ON public.encounter_revision AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK ((encounter_id, case_id) IN (SELECT e.id, e.case_id FROM public.encounter e)
              AND (account_id IS NULL OR (account_id, encounter_id) IN (SELECT a.id, a.encounter_id FROM public.encounter_account a)));
GRANT SELECT, INSERT ON public.encounter_account, public.encounter_revision TO accompany_app;
GRANT UPDATE (outcome, note_cipher, edited_at, version) ON public.encounter_account TO accompany_app;
GRANT UPDATE (own_outcome, met_at, language, interpreter, edited_at) ON public.encounter TO accompany_app;

-- 3. What hangs on a visit
ALTER TABLE public.visit_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.visit_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON public.visit_revision FOR SELECT TO accompany_app USING (visit_id IN (SELECT v.id FROM public.visit v));
CREATE POLICY add ON public.visit_revision FOR INSERT TO accompany_app
  WITH CHECK (replaced_by = (SELECT app.worker_id())
              AND (observation_id IS NULL OR (observation_id, visit_id) IN (SELECT o.id, o.visit_id FROM public.visit_observation o))
              AND (group_id IS NULL OR (group_id, visit_id) IN (SELECT g.id, g.visit_id FROM public.visit_group g)));
GRANT SELECT, INSERT ON public.visit_revision TO accompany_app;
GRANT SELECT ON public.visit_revision TO accompany_backup;
CREATE POLICY signed ON public.visit_observation AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY signed ON public.visit_group AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));

-- 4. Two colleagues, one visit
CREATE POLICY guards ON public.visit FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (id, team_id, place_id, on_date, created_at) ON public.visit TO accompany_guard;
GRANT INSERT (visit_id, staff_id) ON public.visit_visitor TO accompany_guard;
GRANT SELECT (encounter_id, kind, code, team_id, secrecy), DELETE ON public.encounter_item TO accompany_guard;
GRANT SELECT (encounter_id, replaced_by, codes) ON public.encounter_revision TO accompany_guard;

SET ROLE accompany_guard;

-- The visit of one's own team to this centre on this day, if there is one: whoever writes about the same day becomes a
-- visitor of it. Until the end of the transaction nobody else can begin such a visit, so that two phones make one visit.
CREATE FUNCTION app.join_visit(of_team uuid, to_place uuid, on_day date) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me uuid := app.worker_id();
  found uuid;
BEGIN
  IF me IS NULL OR NOT (of_team = ANY (app.my_teams())) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(
    pg_catalog.hashtextextended(pg_catalog.format('visit %s %s %s', of_team, to_place, on_day), 0));
  SELECT v.id INTO found FROM public.visit v
   WHERE v.team_id = of_team AND v.place_id = to_place AND v.on_date = on_day
   ORDER BY v.created_at, v.id LIMIT 1;
  IF found IS NOT NULL THEN
    INSERT INTO public.visit_visitor (visit_id, staff_id) VALUES (found, me) ON CONFLICT DO NOTHING;
  END IF;
  RETURN found;
END $$;

-- Takes chips back from a conversation within reach, and only those that the actor has just put into its history.
CREATE FUNCTION app.withdraw_items(of_encounter uuid, withdrawn text[]) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me uuid := app.worker_id();
  taken integer;
BEGIN
  IF me IS NULL OR NOT EXISTS (SELECT 1 FROM public.encounter_revision r
                                WHERE r.encounter_id = of_encounter AND r.replaced_by = me AND withdrawn <@ r.codes) THEN
    RETURN 0;
  END IF;
  DELETE FROM public.encounter_item i
   WHERE i.encounter_id = of_encounter AND i.kind || ':' || i.code = ANY (withdrawn)
     AND (i.case_id = ANY (app.my_cases()) OR i.team_id = ANY (app.led_teams()))
     AND (i.secrecy = 'open' OR i.case_id = ANY (app.member_cases()));
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;

REVOKE ALL ON FUNCTION app.join_visit(uuid, uuid, date), app.withdraw_items(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.join_visit(uuid, uuid, date), app.withdraw_items(uuid, text[]) TO accompany_app;
RESET ROLE;
