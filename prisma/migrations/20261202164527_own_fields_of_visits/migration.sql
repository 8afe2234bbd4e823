-- CreateTable
CREATE TABLE "own_visit_value" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "answer_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "amount" BIGINT,
    "place_id" UUID,
    "number_mark" BYTEA,
    "tail_mark" BYTEA,
    "cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_because" TEXT,

    CONSTRAINT "own_visit_value_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "own_visit_value_visit_id_field_id_idx" ON "own_visit_value"("visit_id", "field_id");

-- CreateIndex
CREATE INDEX "own_visit_value_created_by_idx" ON "own_visit_value"("created_by");

-- AddForeignKey
ALTER TABLE "own_visit_value" ADD CONSTRAINT "own_visit_value_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_visit_value" ADD CONSTRAINT "own_visit_value_field_id_edition_fkey" FOREIGN KEY ("field_id", "edition") REFERENCES "own_field_edition"("field_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_visit_value" ADD CONSTRAINT "own_visit_value_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_visit_value" ADD CONSTRAINT "own_visit_value_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands, one answer a field.
CREATE UNIQUE INDEX own_visit_value_stands ON public.own_visit_value (visit_id, field_id, position) WHERE withdrawn_at IS NULL;
