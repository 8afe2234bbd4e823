-- CreateTable
CREATE TABLE "handed_table" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "handed_by" UUID NOT NULL,
    "handed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "handed_table_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handed_table_organisation_id_year_key" ON "handed_table"("organisation_id", "year");

-- AddForeignKey
ALTER TABLE "handed_table" ADD CONSTRAINT "handed_table_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handed_table" ADD CONSTRAINT "handed_table_handed_by_fkey" FOREIGN KEY ("handed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
