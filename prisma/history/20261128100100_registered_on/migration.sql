-- The law of transfers between states hangs on the day an application was registered, and not on the day it was lodged.
ALTER TABLE "deadline" ADD COLUMN "registered_on" DATE;
