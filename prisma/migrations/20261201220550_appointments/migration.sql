-- Appointments of the people of files (docs/adr/0177).
-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "place_id" UUID,
    "companion_id" UUID,
    "interpreter_language" TEXT,
    "interpreter_way" TEXT,
    "interpreter_state" TEXT,
    "state" TEXT NOT NULL,
    "details_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_team_id_on_day_idx" ON "appointment"("team_id", "on_day");

-- CreateIndex
CREATE INDEX "appointment_companion_id_on_day_idx" ON "appointment"("companion_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_id_case_id_key" ON "appointment"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_case_id_subject_id_revision_key" ON "appointment"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_companion_id_fkey" FOREIGN KEY ("companion_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "appointment"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
