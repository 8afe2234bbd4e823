-- Work outside the closed centres, enquiries without a file, and the projects that pay for work (docs/adr/0137).
-- AlterTable
ALTER TABLE "case_file" ADD COLUMN     "enquiry_id" UUID;

-- AlterTable
ALTER TABLE "encounter" ADD COLUMN     "project_id" UUID;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "project_id" UUID;

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "funder" TEXT NOT NULL DEFAULT '',
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "place_id" UUID,
    "on_day" DATE NOT NULL,
    "minutes" INTEGER,
    "project_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "topic" TEXT NOT NULL,
    "nationality" TEXT,
    "language" TEXT,
    "people" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_organisation_id_idx" ON "project"("organisation_id");

-- CreateIndex
CREATE INDEX "activity_person_id_idx" ON "activity"("person_id");

-- CreateIndex
CREATE INDEX "activity_team_id_on_day_idx" ON "activity"("team_id", "on_day");

-- CreateIndex
CREATE INDEX "activity_created_by_id_idx" ON "activity"("created_by", "id");

-- CreateIndex
CREATE INDEX "activity_project_id_idx" ON "activity"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_id_case_id_key" ON "activity"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_case_id_subject_id_revision_key" ON "activity"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE INDEX "enquiry_team_id_on_day_idx" ON "enquiry"("team_id", "on_day");

-- CreateIndex
CREATE INDEX "enquiry_created_by_idx" ON "enquiry"("created_by");

-- CreateIndex
CREATE INDEX "encounter_project_id_idx" ON "encounter"("project_id");

-- CreateIndex
CREATE INDEX "case_file_enquiry_id_idx" ON "case_file"("enquiry_id");

-- CreateIndex
CREATE INDEX "visit_project_id_idx" ON "visit"("project_id");

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "activity"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
