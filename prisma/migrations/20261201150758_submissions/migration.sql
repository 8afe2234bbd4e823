-- CreateTable
CREATE TABLE "sealing_key" (
    "id" UUID NOT NULL,
    "public" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "used_until" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_store" (
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "revoked_at" TIMESTAMPTZ(3),
    "forget_ordered_at" TIMESTAMPTZ(3),
    "forgot_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_taken" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "taken_id" UUID NOT NULL,
    "case_id" UUID,
    "place_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_taken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "hash" CHAR(43) NOT NULL,
    "enc" BYTEA,
    "cipher" BYTEA,
    "form" VARCHAR(20) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "request_id" UUID NOT NULL,
    "after_id" UUID,
    "seq" BIGINT NOT NULL,
    "device_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "outcome" VARCHAR(20) NOT NULL DEFAULT 'received',
    "reason" VARCHAR(40),
    "judged_at" TIMESTAMPTZ(3),
    "kept_until" TIMESTAMPTZ(3),
    "draft_id" UUID,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_entry" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "form" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(40) NOT NULL,
    "content" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "given_to" UUID,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "how" VARCHAR(20),
    "words_cipher" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "device_store_token_hash_idx" ON "device_store"("token_hash");

-- CreateIndex
CREATE INDEX "device_store_staff_id_idx" ON "device_store"("staff_id");

-- CreateIndex
CREATE INDEX "device_store_device_id_idx" ON "device_store"("device_id");

-- CreateIndex
CREATE INDEX "device_taken_store_id_until_idx" ON "device_taken"("store_id", "until");

-- CreateIndex
CREATE INDEX "device_taken_case_id_idx" ON "device_taken"("case_id");

-- CreateIndex
CREATE INDEX "submission_store_id_outcome_idx" ON "submission"("store_id", "outcome");

-- CreateIndex
CREATE INDEX "submission_staff_id_request_id_idx" ON "submission"("staff_id", "request_id");

-- CreateIndex
CREATE INDEX "submission_hash_idx" ON "submission"("hash");

-- CreateIndex
CREATE INDEX "waiting_entry_case_id_idx" ON "waiting_entry"("case_id");

-- CreateIndex
CREATE INDEX "waiting_entry_author_id_idx" ON "waiting_entry"("author_id");

-- CreateIndex
CREATE INDEX "waiting_entry_submission_id_idx" ON "waiting_entry"("submission_id");

-- AddForeignKey
ALTER TABLE "device_store" ADD CONSTRAINT "device_store_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_taken" ADD CONSTRAINT "device_taken_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "device_store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_taken" ADD CONSTRAINT "device_taken_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "device_store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "sealing_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_given_to_fkey" FOREIGN KEY ("given_to") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_settled_by_fkey" FOREIGN KEY ("settled_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
