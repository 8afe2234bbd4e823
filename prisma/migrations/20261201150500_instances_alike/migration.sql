-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "build" TEXT,
ADD COLUMN     "keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "secret" TEXT;
