CREATE INDEX "encounter_team_id_created_at_idx" ON "encounter"("team_id", "created_at");
