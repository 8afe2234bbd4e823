-- AlterTable
ALTER TABLE "team" ADD COLUMN     "merged_into" UUID;

-- AlterTable
ALTER TABLE "team_member" ADD COLUMN     "merged_from" UUID;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
