-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "partner_id" UUID;

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "languages" TEXT[],
    "regions" TEXT[],
    "ages" TEXT NOT NULL,
    "takes" TEXT NOT NULL DEFAULT '',
    "hours" TEXT NOT NULL DEFAULT '',
    "free_places" INTEGER,
    "free_on" DATE,
    "how_to" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "actor_slug" TEXT,
    "checked_on" DATE,
    "retired_at" TIMESTAMPTZ(3),
    "same_as" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_person" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "details_cipher" BYTEA NOT NULL,
    "languages" TEXT[],
    "ways" TEXT[],
    "signed_until" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partner_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_warning" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reason_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_warning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "partner_organisation_id_idx" ON "partner"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_id_organisation_id_key" ON "partner"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "partner_person_partner_id_idx" ON "partner_person"("partner_id");

-- CreateIndex
CREATE INDEX "partner_warning_partner_id_idx" ON "partner_warning"("partner_id");

-- CreateIndex
CREATE INDEX "referral_partner_id_idx" ON "referral"("partner_id");

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_same_as_organisation_id_fkey" FOREIGN KEY ("same_as", "organisation_id") REFERENCES "partner"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partner"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_warning" ADD CONSTRAINT "partner_warning_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partner"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_warning" ADD CONSTRAINT "partner_warning_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_warning" ADD CONSTRAINT "partner_warning_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
