-- CreateTable
CREATE TABLE "screening" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "screened_day" DATE NOT NULL,
    "screener_cipher" BYTEA,
    "levels_cipher" BYTEA NOT NULL,
    "words_cipher" BYTEA,
    "again" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "screening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "screening_person_id_idx" ON "screening"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "screening_id_case_id_key" ON "screening"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "screening_case_id_subject_id_revision_key" ON "screening"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "screening"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
