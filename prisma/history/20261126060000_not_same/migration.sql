-- CreateTable
CREATE TABLE "not_same" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "said_by" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "not_same_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "not_same_person_id_idx" ON "not_same"("person_id");

-- CreateIndex
CREATE INDEX "not_same_other_id_idx" ON "not_same"("other_id");

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "not_same" ADD CONSTRAINT "not_same_said_by_fkey" FOREIGN KEY ("said_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two people of whom a colleague said that they are two. The row exists for whoever reaches both: who knows one of them alone
-- learns from it neither that there is another one, nor that somebody compared them.

ALTER TABLE public.not_same ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.not_same FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.not_same FROM PUBLIC;
CREATE POLICY reach ON public.not_same FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id)
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id));
CREATE POLICY say ON public.not_same FOR INSERT TO accompany_app
  WITH CHECK (said_by = (SELECT app.worker_id()) AND lifted_at IS NULL
              AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id)
              AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id));
CREATE POLICY lift ON public.not_same FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.person_id)
         AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = not_same.other_id));
GRANT SELECT, INSERT, UPDATE (lifted_at) ON public.not_same TO accompany_app;
GRANT SELECT ON public.not_same TO accompany_backup;
CALL app.let_import_look('public.not_same', 'person_id');
CALL app.let_import_look('public.not_same', 'other_id');

-- Said of a row of a table before it is somebody: remembered with whoever it becomes.
ALTER TABLE "import_match" ADD COLUMN "not_same" UUID[] DEFAULT ARRAY[]::UUID[];
GRANT UPDATE (not_same) ON public.import_match TO accompany_app;
