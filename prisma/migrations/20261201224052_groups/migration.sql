-- Sessions with a group, and who of its people has a file (docs/adr/0178).
-- CreateTable
CREATE TABLE "group_session" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "place_id" UUID,
    "interpreter_language" TEXT,
    "leaders" UUID[],
    "women" INTEGER NOT NULL DEFAULT 0,
    "men" INTEGER NOT NULL DEFAULT 0,
    "adults_other" INTEGER NOT NULL DEFAULT 0,
    "girls" INTEGER NOT NULL DEFAULT 0,
    "boys" INTEGER NOT NULL DEFAULT 0,
    "minors_other" INTEGER NOT NULL DEFAULT 0,
    "project_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_person" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "group_person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "group_session_team_id_on_day_idx" ON "group_session"("team_id", "on_day");

-- CreateIndex
CREATE INDEX "group_session_project_id_idx" ON "group_session"("project_id");

-- CreateIndex
CREATE INDEX "group_person_person_id_idx" ON "group_person"("person_id");

-- CreateIndex
CREATE INDEX "group_person_group_id_idx" ON "group_person"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_person_id_case_id_key" ON "group_person"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_person_case_id_subject_id_revision_key" ON "group_person"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_person" ADD CONSTRAINT "group_person_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_person" ADD CONSTRAINT "group_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_person" ADD CONSTRAINT "group_person_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_person" ADD CONSTRAINT "group_person_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "group_person"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_person" ADD CONSTRAINT "group_person_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
