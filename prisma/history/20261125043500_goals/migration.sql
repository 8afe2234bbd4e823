-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "text_cipher" BYTEA NOT NULL,
    "text_revision" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'open',
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "goal_id" UUID;

-- CreateIndex
CREATE INDEX "goal_case_id_idx" ON "goal"("case_id");

-- CreateIndex
CREATE INDEX "goal_team_id_idx" ON "goal"("team_id");

-- CreateIndex
CREATE INDEX "task_goal_id_idx" ON "task"("goal_id");

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.goal ADD CONSTRAINT goal_state CHECK (state IN ('open', 'reached', 'dropped'));
ALTER TABLE public.goal ADD CONSTRAINT goal_ended CHECK (
  (state = 'open') = (ended_at IS NULL) AND (state = 'open') = (ended_by IS NULL));

-- 2. Goals of files -------------------------------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('goal');
CREATE POLICY signed ON public.goal AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'open');
CREATE POLICY signed_work ON public.goal AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (ended_by IS NULL OR ended_by = (SELECT app.worker_id()));
GRANT SELECT, INSERT ON public.goal TO accompany_app;
GRANT UPDATE (text_cipher, text_revision, state, ended_at, ended_by, version) ON public.goal TO accompany_app;

-- A step belongs to a goal of its own file, and stays with it.
CREATE POLICY step_of_this_file ON public.task AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (goal_id IS NULL OR goal_id IN (SELECT g.id FROM public.goal g WHERE g.case_id = task.case_id));
