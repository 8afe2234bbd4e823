-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "proof_cipher" BYTEA;
