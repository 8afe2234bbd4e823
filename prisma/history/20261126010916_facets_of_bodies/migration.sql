-- Bodies of a second country stand beside those of the first, and each is found by reach, theme and region.

ALTER TABLE "actor" ADD COLUMN "profile" CHAR(2) NOT NULL DEFAULT 'BE',
                    ADD COLUMN "level" TEXT,
                    ADD COLUMN "topics" TEXT[],
                    ADD COLUMN "regions" TEXT[];
ALTER TABLE "actor" ALTER COLUMN "profile" DROP DEFAULT;
DROP INDEX "actor_sector_position_idx";
CREATE INDEX "actor_profile_position_idx" ON "actor"("profile", "position");
