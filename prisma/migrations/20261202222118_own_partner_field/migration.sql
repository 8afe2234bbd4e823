ALTER TABLE "own_value" ADD COLUMN "partner_id" UUID, ADD CONSTRAINT "own_value_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "own_person_value" ADD COLUMN "partner_id" UUID, ADD CONSTRAINT "own_person_value_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "own_visit_value" ADD COLUMN "partner_id" UUID, ADD CONSTRAINT "own_visit_value_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
