-- AlterTable
ALTER TABLE "place" ADD COLUMN     "organisation_id" UUID;

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "locale" VARCHAR(2);

-- CreateTable
CREATE TABLE "setting" (
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("organisation_id","key")
);

-- CreateTable
CREATE TABLE "config_edition" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'set',
    "undoes" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "config_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_picture" (
    "organisation_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "organisation_picture_pkey" PRIMARY KEY ("organisation_id","hash")
);

-- CreateTable
CREATE TABLE "recount" (
    "organisation_id" UUID NOT NULL,
    "after_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "recount_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "list_value" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "standard_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "successor_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "list_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_shown" (
    "organisation_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "labels" JSONB,
    "position" INTEGER,
    "hidden" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "list_shown_pkey" PRIMARY KEY ("organisation_id","list","code")
);

-- CreateTable
CREATE TABLE "place_shown" (
    "organisation_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "labels" JSONB,
    "aliases" TEXT[],
    "hidden" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "place_shown_pkey" PRIMARY KEY ("organisation_id","place_id")
);

-- CreateTable
CREATE TABLE "encounter_finer" (
    "encounter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "own_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "encounter_finer_pkey" PRIMARY KEY ("encounter_id","kind","code","own_id")
);

-- CreateIndex
CREATE INDEX "config_edition_organisation_id_subject_item_created_at_idx" ON "config_edition"("organisation_id", "subject", "item", "created_at");

-- CreateIndex
CREATE INDEX "list_value_successor_id_standard_code_idx" ON "list_value"("successor_id", "standard_code");

-- CreateIndex
CREATE UNIQUE INDEX "list_value_id_standard_code_key" ON "list_value"("id", "standard_code");

-- CreateIndex
CREATE UNIQUE INDEX "list_value_organisation_id_list_key_key" ON "list_value"("organisation_id", "list", "key");

-- CreateIndex
CREATE INDEX "place_shown_place_id_idx" ON "place_shown"("place_id");

-- CreateIndex
CREATE INDEX "encounter_finer_case_id_idx" ON "encounter_finer"("case_id");

-- CreateIndex
CREATE INDEX "encounter_finer_team_id_idx" ON "encounter_finer"("team_id");

-- CreateIndex
CREATE INDEX "encounter_finer_own_id_idx" ON "encounter_finer"("own_id");

-- CreateIndex
CREATE INDEX "place_organisation_id_idx" ON "place"("organisation_id");

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "config_edition" ADD CONSTRAINT "config_edition_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "config_edition" ADD CONSTRAINT "config_edition_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_picture" ADD CONSTRAINT "organisation_picture_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_picture" ADD CONSTRAINT "organisation_picture_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recount" ADD CONSTRAINT "recount_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_value" ADD CONSTRAINT "list_value_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_value" ADD CONSTRAINT "list_value_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_value" ADD CONSTRAINT "list_value_successor_id_standard_code_fkey" FOREIGN KEY ("successor_id", "standard_code") REFERENCES "list_value"("id", "standard_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_shown" ADD CONSTRAINT "list_shown_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_shown" ADD CONSTRAINT "place_shown_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_shown" ADD CONSTRAINT "place_shown_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_finer" ADD CONSTRAINT "encounter_finer_encounter_id_kind_code_fkey" FOREIGN KEY ("encounter_id", "kind", "code") REFERENCES "encounter_item"("encounter_id", "kind", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_finer" ADD CONSTRAINT "encounter_finer_own_id_code_fkey" FOREIGN KEY ("own_id", "code") REFERENCES "list_value"("id", "standard_code") ON DELETE RESTRICT ON UPDATE CASCADE;
