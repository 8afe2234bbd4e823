-- CreateIndex
CREATE INDEX "place_stay_since_idx" ON "place_stay"("since");

-- CreateIndex
CREATE INDEX "place_stay_until_idx" ON "place_stay"("until");
