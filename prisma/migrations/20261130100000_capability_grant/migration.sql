-- CreateTable
CREATE TABLE "capability_grant" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "capability_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "capability_grant_holder_id_idx" ON "capability_grant"("holder_id");

-- CreateIndex
CREATE INDEX "capability_grant_organisation_id_state_idx" ON "capability_grant"("organisation_id", "state");

-- AddForeignKey
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
