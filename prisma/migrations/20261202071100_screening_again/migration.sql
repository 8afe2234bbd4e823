-- CreateIndex
CREATE INDEX "screening_again_idx" ON "screening"("again");
