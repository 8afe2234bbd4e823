-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "cause_kind" TEXT,
ADD COLUMN     "cause_ref" UUID;

-- CreateIndex
CREATE INDEX "deadline_cause_ref_idx" ON "deadline"("cause_ref");

-- A deadline that an event of a room started says which; a correction of the event finds by it what to replace.
ALTER TABLE public.deadline ADD CONSTRAINT deadline_cause CHECK (
  (cause_kind IS NULL) = (cause_ref IS NULL)
  AND COALESCE(cause_kind IN ('note', 'encounter', 'asylum_event', 'detention_event'), true));

-- Events of the rooms close deadlines as notes and encounters do.
ALTER TABLE public.deadline DROP CONSTRAINT deadline_closed_by_an_act;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_closed_by_an_act CHECK (
  (status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
  AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
  AND (status = 'closed') = COALESCE(closed_kind IN ('note', 'encounter', 'asylum_event', 'detention_event'), false));
