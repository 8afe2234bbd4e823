-- Reviews: who went through which files, what she decided, and when a file is to be looked at again.

ALTER TABLE "case_file" ADD COLUMN "last_reviewed_at" TIMESTAMPTZ(3),
  ADD COLUMN "last_reviewed_by" UUID,
  ADD COLUMN "next_review_on" DATE;
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_last_reviewed_by_fkey" FOREIGN KEY ("last_reviewed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "finished_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "spent_seconds" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "review_item" (
    "review_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decision" TEXT,
    "text_cipher" BYTEA,
    "text_revision" INTEGER NOT NULL DEFAULT 0,
    "decided_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "task_id" UUID,
    "comment_id" UUID,
    "step_revision" INTEGER,
    "step_before" BYTEA,
    "reviewed_at_before" TIMESTAMPTZ(3),
    "reviewed_by_before" UUID,
    "next_review_before" DATE,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("review_id","case_id")
);
CREATE INDEX "review_staff_id_started_at_idx" ON "review"("staff_id", "started_at");
CREATE INDEX "review_item_case_id_idx" ON "review_item"("case_id");
CREATE INDEX "review_item_team_id_idx" ON "review_item"("team_id");
CREATE INDEX "review_item_staff_id_case_id_decided_at_idx" ON "review_item"("staff_id", "case_id", "decided_at");
ALTER TABLE "review" ADD CONSTRAINT "review_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_decision" CHECK (decision IN ('fine', 'task', 'step', 'ask', 'close'));

-- 1. A review is its coordinator's own ------------------------------------------------------------------------------

ALTER TABLE public.review ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.review FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON public.review FOR SELECT TO accompany_app USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY start ON public.review FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator');
CREATE POLICY go_on ON public.review FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator');
REVOKE ALL ON public.review FROM PUBLIC;
GRANT SELECT, INSERT ON public.review TO accompany_app;
GRANT UPDATE (finished_at, sent_at, spent_seconds, version) ON public.review TO accompany_app;
GRANT SELECT ON public.review TO accompany_backup;

-- 2. Its lines hang on their files, and are shown to nobody else -----------------------------------------------------

CALL app.protect_file_table('review_item');
CREATE POLICY own ON public.review_item AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (staff_id = (SELECT app.worker_id()));
CREATE POLICY own_work ON public.review_item AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (staff_id = (SELECT app.worker_id()) AND (SELECT app.actor_role()) = 'coordinator');
CREATE POLICY own_add ON public.review_item AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id()) AND review_id IN (SELECT r.id FROM public.review r)
              AND decision IS NULL);
GRANT SELECT, INSERT ON public.review_item TO accompany_app;
GRANT UPDATE (decision, text_cipher, text_revision, decided_at, undone_at, task_id, comment_id, step_revision, step_before,
  reviewed_at_before, reviewed_by_before, next_review_before) ON public.review_item TO accompany_app;

-- 3. Who looked at a file last, in the file itself -------------------------------------------------------------------

GRANT UPDATE (last_reviewed_at, last_reviewed_by, next_review_on) ON public.case_file TO accompany_app;

-- A review is signed by whoever makes it; taking one's own back puts back what stood there before.
CREATE FUNCTION app.guard_file_review() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF app.actor_role() <> 'coordinator' THEN
    RAISE EXCEPTION 'only a coordinator reviews a file' USING ERRCODE = '42501';
  END IF;
  IF NEW.last_reviewed_by IS DISTINCT FROM app.worker_id() AND OLD.last_reviewed_by IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'nobody reviews under another name' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_file_review() FROM PUBLIC;
CREATE TRIGGER guard_file_review BEFORE UPDATE ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app'
                     AND (NEW.last_reviewed_by IS DISTINCT FROM OLD.last_reviewed_by
                          OR NEW.last_reviewed_at IS DISTINCT FROM OLD.last_reviewed_at))
  EXECUTE FUNCTION app.guard_file_review();

-- 4. What a review made by mistake ----------------------------------------------------------------------------------

ALTER TABLE "task" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
GRANT UPDATE (withdrawn_at) ON public.task TO accompany_app;
