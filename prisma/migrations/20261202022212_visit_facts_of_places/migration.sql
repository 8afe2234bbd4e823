-- What an organisation says of a visit to a place (docs/adr/0186).
-- AlterTable
ALTER TABLE "place_shown" ADD COLUMN     "visit_bring" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visit_hours" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visit_phone" TEXT NOT NULL DEFAULT '';
