-- CreateTable
CREATE TABLE "related_file" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "other_case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT,
    "since" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "related_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "related_file_case_id_idx" ON "related_file"("case_id");

-- CreateIndex
CREATE INDEX "related_file_other_case_id_idx" ON "related_file"("other_case_id");

-- AddForeignKey
ALTER TABLE "related_file" ADD CONSTRAINT "related_file_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_file" ADD CONSTRAINT "related_file_other_case_id_fkey" FOREIGN KEY ("other_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_file" ADD CONSTRAINT "related_file_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/cases/related-file.rules.ts) --------------------------------------------------

ALTER TABLE public.related_file ADD CONSTRAINT related_file_two CHECK (case_id <> other_case_id);
ALTER TABLE public.related_file ADD CONSTRAINT related_file_kind CHECK (kind IN (
  'partner', 'child', 'parent', 'sibling', 'other_relative', 'family_member', 'companion'));
ALTER TABLE public.related_file ADD CONSTRAINT related_file_basis CHECK (
  basis IS NULL OR (basis IN ('said', 'document') AND kind NOT IN ('family_member', 'companion')));

-- 2. It exists for whoever may open both files -----------------------------------------------------------------------
-- The policies of case_file answer for each: a tie tells nobody of a file that she does not reach.

ALTER TABLE public.related_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.related_file FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON public.related_file FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = case_id)
         AND EXISTS (SELECT FROM public.case_file f WHERE f.id = other_case_id));
-- A sealed file has nothing in common with another one (docs/adr/0010).
CREATE POLICY add ON public.related_file FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND withdrawn_at IS NULL
              AND EXISTS (SELECT FROM public.case_file f WHERE f.id = case_id AND f.secrecy <> 'sealed')
              AND EXISTS (SELECT FROM public.case_file f WHERE f.id = other_case_id AND f.secrecy <> 'sealed'));
CREATE POLICY work ON public.related_file FOR UPDATE TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL
         AND EXISTS (SELECT FROM public.case_file f WHERE f.id = case_id)
         AND EXISTS (SELECT FROM public.case_file f WHERE f.id = other_case_id));
REVOKE ALL ON public.related_file FROM PUBLIC;
GRANT SELECT, INSERT ON public.related_file TO accompany_app;
GRANT UPDATE (withdrawn_at) ON public.related_file TO accompany_app;
GRANT SELECT ON public.related_file TO accompany_backup;
