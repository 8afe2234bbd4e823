-- AlterTable
ALTER TABLE "own_value" ADD COLUMN     "encounter_id" UUID;

-- CreateIndex
CREATE INDEX "own_value_encounter_id_idx" ON "own_value"("encounter_id");

-- AddForeignKey
ALTER TABLE "own_value" ADD CONSTRAINT "own_value_encounter_id_fkey" FOREIGN KEY ("encounter_id") REFERENCES "encounter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What stands is one answer a field in each conversation too; of the file itself the conversation is null, and counts as one.
DROP INDEX public.own_value_stands;
CREATE UNIQUE INDEX own_value_stands ON public.own_value (case_id, field_id, position, encounter_id) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;
