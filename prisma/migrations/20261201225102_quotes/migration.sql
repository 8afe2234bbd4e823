-- CreateTable
CREATE TABLE "report_quote" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "speaker" TEXT NOT NULL,
    "place_id" UUID,
    "said_day" DATE NOT NULL,
    "words_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "report_quote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_quote_person_id_idx" ON "report_quote"("person_id");

-- CreateIndex
CREATE INDEX "report_quote_team_id_said_day_idx" ON "report_quote"("team_id", "said_day");

-- CreateIndex
CREATE UNIQUE INDEX "report_quote_id_case_id_key" ON "report_quote"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_quote_case_id_subject_id_revision_key" ON "report_quote"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "report_quote" ADD CONSTRAINT "report_quote_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_quote" ADD CONSTRAINT "report_quote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_quote" ADD CONSTRAINT "report_quote_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_quote" ADD CONSTRAINT "report_quote_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "report_quote"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_quote" ADD CONSTRAINT "report_quote_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
