-- Fields of an organisation of its own, their editions, and what was answered (docs/adr/0166).
-- CreateTable
CREATE TABLE "own_field" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "decimals" SMALLINT NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "own_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_field_edition" (
    "field_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "help" JSONB NOT NULL,
    "part" TEXT NOT NULL,
    "section" JSONB NOT NULL,
    "position" SMALLINT NOT NULL,
    "required" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "offices" UUID[],
    "kinds" TEXT[],
    "nationalities" TEXT[],
    "conditions" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "because" TEXT NOT NULL,
    "undoes" INTEGER,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "own_field_edition_pkey" PRIMARY KEY ("field_id","edition")
);

-- CreateTable
CREATE TABLE "own_value" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "answer_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "state" TEXT,
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
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "own_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_person_value" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "answer_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "state" TEXT,
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "circle_case_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_because" TEXT,

    CONSTRAINT "own_person_value_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_field_organisation_id_key_key" ON "own_field"("organisation_id", "key");

-- CreateIndex
CREATE INDEX "own_field_edition_organisation_id_idx" ON "own_field_edition"("organisation_id");

-- CreateIndex
CREATE INDEX "own_value_case_id_field_id_idx" ON "own_value"("case_id", "field_id");

-- CreateIndex
CREATE INDEX "own_value_created_by_idx" ON "own_value"("created_by");

-- CreateIndex
CREATE INDEX "own_person_value_person_id_field_id_idx" ON "own_person_value"("person_id", "field_id");

-- CreateIndex
CREATE INDEX "own_person_value_circle_case_id_idx" ON "own_person_value"("circle_case_id");

-- AddForeignKey
ALTER TABLE "own_field" ADD CONSTRAINT "own_field_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_field" ADD CONSTRAINT "own_field_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_field_edition" ADD CONSTRAINT "own_field_edition_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "own_field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_field_edition" ADD CONSTRAINT "own_field_edition_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_field_edition" ADD CONSTRAINT "own_field_edition_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_value" ADD CONSTRAINT "own_value_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_value" ADD CONSTRAINT "own_value_field_id_edition_fkey" FOREIGN KEY ("field_id", "edition") REFERENCES "own_field_edition"("field_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_value" ADD CONSTRAINT "own_value_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_value" ADD CONSTRAINT "own_value_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_person_value" ADD CONSTRAINT "own_person_value_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_person_value" ADD CONSTRAINT "own_person_value_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_person_value" ADD CONSTRAINT "own_person_value_field_id_edition_fkey" FOREIGN KEY ("field_id", "edition") REFERENCES "own_field_edition"("field_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_person_value" ADD CONSTRAINT "own_person_value_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands, one answer a field: the next one is written when the one before is withdrawn.
CREATE UNIQUE INDEX own_value_stands ON public.own_value (case_id, field_id, position) WHERE withdrawn_at IS NULL;

-- The filters of a list. Equality and order of uuid, text, date and bigint are leakproof, so that the policies leave them to the index.
CREATE INDEX own_value_code_idx ON public.own_value (field_id, code, team_id, case_id) WHERE withdrawn_at IS NULL AND code IS NOT NULL;
CREATE INDEX own_value_day_idx ON public.own_value (field_id, on_from, team_id, case_id) WHERE withdrawn_at IS NULL AND on_from IS NOT NULL;
CREATE INDEX own_value_amount_idx ON public.own_value (field_id, amount, team_id, case_id) WHERE withdrawn_at IS NULL AND amount IS NOT NULL;
CREATE INDEX own_value_number_mark_idx ON public.own_value (team_id, number_mark) WHERE number_mark IS NOT NULL;
CREATE INDEX own_value_tail_mark_idx ON public.own_value (team_id, tail_mark) WHERE tail_mark IS NOT NULL;
CREATE INDEX own_person_value_code_idx ON public.own_person_value (field_id, code, person_id) WHERE withdrawn_at IS NULL AND code IS NOT NULL;
CREATE INDEX own_person_value_day_idx ON public.own_person_value (field_id, on_from, person_id) WHERE withdrawn_at IS NULL AND on_from IS NOT NULL;
CREATE INDEX own_person_value_amount_idx ON public.own_person_value (field_id, amount, person_id) WHERE withdrawn_at IS NULL AND amount IS NOT NULL;
CREATE INDEX own_person_value_number_mark_idx ON public.own_person_value (number_mark) WHERE number_mark IS NOT NULL;
CREATE INDEX own_person_value_tail_mark_idx ON public.own_person_value (tail_mark) WHERE tail_mark IS NOT NULL;
