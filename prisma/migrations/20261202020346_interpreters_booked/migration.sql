-- Who interprets at an appointment is chosen among partners and colleagues (docs/adr/0185).
-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "booked_partner_id" UUID,
ADD COLUMN     "booked_person_id" UUID,
ADD COLUMN     "booked_staff_id" UUID;

-- CreateIndex
CREATE INDEX "appointment_booked_staff_id_on_day_idx" ON "appointment"("booked_staff_id", "on_day");

-- CreateIndex
CREATE INDEX "appointment_booked_partner_id_idx" ON "appointment"("booked_partner_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_booked_staff_id_fkey" FOREIGN KEY ("booked_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_booked_partner_id_fkey" FOREIGN KEY ("booked_partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
