-- AlterTable
ALTER TABLE "session" ADD COLUMN     "stepped_up_at" TIMESTAMPTZ(3);
