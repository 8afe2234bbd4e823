-- CreateTable
CREATE TABLE "case_summary" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "sections" TEXT[],
    "language" TEXT NOT NULL,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_summary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_summary_case_id_created_at_idx" ON "case_summary"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "case_summary_team_id_idx" ON "case_summary"("team_id");

-- AddForeignKey
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by, and that no level is higher than for whom it is made ------------------------------

ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_audience
  CHECK (audience IN ('lawyer', 'organisation', 'colleague', 'discussion'));
ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_level CHECK (
  level = 'unnamed'
  OR (level = 'known_to_them' AND audience IN ('lawyer', 'organisation', 'colleague'))
  OR (level = 'whole' AND audience = 'lawyer'));
ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_sections CHECK (
  sections IS NOT NULL AND pg_catalog.cardinality(sections) > 0
  AND sections <@ ARRAY['identity', 'present', 'procedure', 'detention', 'deadlines', 'plan', 'contacts', 'signals', 'people']);
ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_language CHECK (language IN ('en', 'fr', 'nl', 'de'));

-- 2. Rows of a file, added and never changed ---------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('case_summary');
CREATE POLICY signed ON public.case_summary AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT SELECT, INSERT ON public.case_summary TO accompany_app;
