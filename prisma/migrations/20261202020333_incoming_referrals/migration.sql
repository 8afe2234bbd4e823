-- CreateTable
CREATE TABLE "incoming_link" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "link_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "a_day" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "came" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "revoked_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "incoming_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incoming_referral" (
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "urgency" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "content_cipher" BYTEA,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "given_to" UUID,
    "outcome" TEXT,
    "words_cipher" BYTEA,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incoming_referral_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "incoming_link_link_hash_key" ON "incoming_link"("link_hash");

-- CreateIndex
CREATE INDEX "incoming_link_partner_id_idx" ON "incoming_link"("partner_id");

-- CreateIndex
CREATE INDEX "incoming_link_team_id_idx" ON "incoming_link"("team_id");

-- CreateIndex
CREATE INDEX "incoming_referral_team_id_settled_at_idx" ON "incoming_referral"("team_id", "settled_at");

-- CreateIndex
CREATE INDEX "incoming_referral_given_to_idx" ON "incoming_referral"("given_to");

-- CreateIndex
CREATE UNIQUE INDEX "incoming_referral_link_id_request_id_key" ON "incoming_referral"("link_id", "request_id");

-- AddForeignKey
ALTER TABLE "incoming_link" ADD CONSTRAINT "incoming_link_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partner"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_link" ADD CONSTRAINT "incoming_link_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_link" ADD CONSTRAINT "incoming_link_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_link" ADD CONSTRAINT "incoming_link_revoked_by_fkey" FOREIGN KEY ("revoked_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_referral" ADD CONSTRAINT "incoming_referral_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "incoming_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_referral" ADD CONSTRAINT "incoming_referral_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_referral" ADD CONSTRAINT "incoming_referral_given_to_fkey" FOREIGN KEY ("given_to") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_referral" ADD CONSTRAINT "incoming_referral_settled_by_fkey" FOREIGN KEY ("settled_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
