-- CreateTable
CREATE TABLE "deadline_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "meaning" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "predicate" JSONB NOT NULL,
    "regime" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "periods" JSONB NOT NULL,
    "opens" JSONB,
    "roll" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "remind" JSONB NOT NULL,
    "suspensive" TEXT,
    "article" JSONB,
    "sources" JSONB NOT NULL,
    "first_days" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "closed_by" TEXT[],
    "family" TEXT NOT NULL,
    "note" JSONB,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "deadline_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_ruling" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "periods" JSONB,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "deadline_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "chain_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "rule_id" UUID NOT NULL,
    "ruling_id" UUID,
    "severity" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "happened_on" DATE,
    "happened_at" TEXT,
    "notification" TEXT,
    "facts" TEXT[],
    "lodged_on" DATE,
    "letter_on" DATE,
    "letter_amount" INTEGER,
    "letter_unit" TEXT,
    "due_on" DATE,
    "remind_on" DATE,
    "explanation" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "superseded_by" UUID,
    "closed_act" TEXT,
    "closed_on" DATE,
    "closed_kind" TEXT,
    "closed_ref" UUID,
    "kept" TEXT,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "deadline_rule_code_edition_key" ON "deadline_rule"("code", "edition");

-- CreateIndex
CREATE INDEX "deadline_ruling_organisation_id_rule_id_created_at_idx" ON "deadline_ruling"("organisation_id", "rule_id", "created_at");

-- CreateIndex
CREATE INDEX "deadline_case_id_status_remind_on_idx" ON "deadline"("case_id", "status", "remind_on");

-- CreateIndex
CREATE INDEX "deadline_team_id_status_remind_on_idx" ON "deadline"("team_id", "status", "remind_on");

-- AddForeignKey
ALTER TABLE "deadline_ruling" ADD CONSTRAINT "deadline_ruling_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_ruling" ADD CONSTRAINT "deadline_ruling_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "deadline_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_ruling" ADD CONSTRAINT "deadline_ruling_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "deadline_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_ruling_id_fkey" FOREIGN KEY ("ruling_id") REFERENCES "deadline_ruling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_closed_by_fkey" FOREIGN KEY ("closed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.deadline_ruling ADD CONSTRAINT deadline_ruling_kind CHECK (kind IN ('confirmed', 'amended', 'doubted'));
ALTER TABLE public.deadline_ruling ADD CONSTRAINT deadline_ruling_says CHECK ((kind = 'amended') = (periods IS NOT NULL));
ALTER TABLE public.deadline ADD CONSTRAINT deadline_status CHECK (status IN ('open', 'closed', 'superseded'));
-- A deadline closes by an act that is linked, and by nothing else.
ALTER TABLE public.deadline ADD CONSTRAINT deadline_closed_by_an_act CHECK (
  (status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
  AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
  AND (status = 'closed') = COALESCE(closed_kind IN ('note', 'encounter'), false));
ALTER TABLE public.deadline ADD CONSTRAINT deadline_superseded_by_another CHECK ((status = 'superseded') = (superseded_by IS NOT NULL));
ALTER TABLE public.deadline ADD CONSTRAINT deadline_one_letter CHECK (
  (letter_amount IS NULL) = (letter_unit IS NULL) AND (letter_on IS NULL OR letter_amount IS NULL));
ALTER TABLE public.deadline ADD CONSTRAINT deadline_reminds CHECK (due_on IS NULL OR remind_on IS NOT NULL);

-- 2. Rules: every edition stays -------------------------------------------------------------------------------------

REVOKE ALL ON public.deadline_rule FROM PUBLIC;
GRANT SELECT ON public.deadline_rule TO accompany_app, accompany_backup;

CREATE FUNCTION app.keep_edition() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  RAISE EXCEPTION 'an edition of a rule stays as it was: raise the edition' USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION app.keep_edition() FROM PUBLIC;
CREATE TRIGGER keep_edition BEFORE UPDATE OR DELETE ON public.deadline_rule
  FOR EACH ROW EXECUTE FUNCTION app.keep_edition();

-- 3. Rulings: the house's, said by coordinators ---------------------------------------------------------------------

ALTER TABLE public.deadline_ruling ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deadline_ruling FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.deadline_ruling FROM PUBLIC;
CREATE POLICY own ON public.deadline_ruling FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY say ON public.deadline_ruling FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.worker_id())
              AND (SELECT app.actor_role()) = 'coordinator');
GRANT SELECT, INSERT ON public.deadline_ruling TO accompany_app;
GRANT SELECT ON public.deadline_ruling TO accompany_backup;

-- 4. Deadlines of files ---------------------------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('deadline');

CREATE POLICY signed ON public.deadline AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND status = 'open');
CREATE POLICY signed_close ON public.deadline AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (closed_by IS NULL OR closed_by = (SELECT app.worker_id()));

-- What was computed stays; an open deadline is closed or superseded once.
CREATE FUNCTION app.guard_deadline() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.status <> 'open' OR NEW.status = 'open' OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a deadline is closed or superseded once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_deadline() FROM PUBLIC;
CREATE TRIGGER guard_deadline BEFORE UPDATE OF status, superseded_by, closed_act, closed_on, closed_kind, closed_ref, kept, closed_by, closed_at, version
  ON public.deadline FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_deadline();

GRANT SELECT, INSERT ON public.deadline TO accompany_app;
GRANT UPDATE (status, superseded_by, closed_act, closed_on, closed_kind, closed_ref, kept, closed_by, closed_at, version)
  ON public.deadline TO accompany_app;
