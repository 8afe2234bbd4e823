-- Letters of an organisation of its own: templates, their editions and documents, and which summary is a letter (docs/adr/0175).
-- AlterTable
ALTER TABLE "case_summary" ADD COLUMN     "attachment_id" UUID,
ADD COLUMN     "template_edition" INTEGER,
ADD COLUMN     "template_id" UUID;

-- CreateTable
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_edition" (
    "template_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "kinds" TEXT[],
    "hash" CHAR(64) NOT NULL,
    "uses" JSONB NOT NULL,
    "sections" TEXT[],
    "because" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "letter_edition_pkey" PRIMARY KEY ("template_id","edition")
);

-- CreateTable
CREATE TABLE "letter_document" (
    "organisation_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "letter_document_pkey" PRIMARY KEY ("organisation_id","hash")
);

-- CreateIndex
CREATE INDEX "letter_template_organisation_id_key_idx" ON "letter_template"("organisation_id", "key");

-- CreateIndex
CREATE INDEX "letter_edition_organisation_id_idx" ON "letter_edition"("organisation_id");

-- CreateIndex
CREATE INDEX "case_summary_attachment_id_idx" ON "case_summary"("attachment_id");

-- AddForeignKey
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_edition" ADD CONSTRAINT "letter_edition_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_edition" ADD CONSTRAINT "letter_edition_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_edition" ADD CONSTRAINT "letter_edition_organisation_id_hash_fkey" FOREIGN KEY ("organisation_id", "hash") REFERENCES "letter_document"("organisation_id", "hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_edition" ADD CONSTRAINT "letter_edition_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_document" ADD CONSTRAINT "letter_document_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_document" ADD CONSTRAINT "letter_document_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_template_id_template_edition_fkey" FOREIGN KEY ("template_id", "template_edition") REFERENCES "letter_edition"("template_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;
