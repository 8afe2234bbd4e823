-- AlterTable
ALTER TABLE "detention_event" ADD COLUMN     "served_on" DATE;

-- AlterTable
ALTER TABLE "guardianship_event" ADD COLUMN     "arrived_on" DATE;

-- Acts that have a period: a copy of the interview notes and remarks on them, family reunification, a decision about reception
-- and the labour court.
ALTER TABLE public.asylum_event
  DROP CONSTRAINT asylum_event_kind,
  DROP CONSTRAINT asylum_event_notified,
  DROP CONSTRAINT asylum_event_concerns;
ALTER TABLE public.asylum_event
  ADD CONSTRAINT asylum_event_kind CHECK (kind IN ('arrived', 'made', 'registered', 'lodged', 'municipality',
    'dublin_requested', 'dublin_accepted', 'dublin_refused', 'dublin_extended', 'dublin_transferred', 'dublin_taken',
    'received_cgrs', 'interview', 'notes_requested', 'notes_received', 'notes_remarked', 'admitted', 'cgrs_decision',
    'io_decision', 'order_to_leave', 'order_extended', 'order_withdrawn', 'appeal', 'judgment', 'family_applied',
    'fedasil_decision', 'labour_court', 'withdrawn', 'taken_back')),
  ADD CONSTRAINT asylum_event_notified CHECK (
    kind IN ('cgrs_decision', 'io_decision', 'order_to_leave', 'order_extended', 'judgment', 'fedasil_decision')
    OR (notified_on IS NULL AND notification IS NULL AND letter_on IS NULL AND letter_amount IS NULL)),
  ADD CONSTRAINT asylum_event_concerns CHECK (
    (kind IN ('appeal', 'judgment', 'dublin_extended', 'order_extended', 'order_withdrawn', 'labour_court')) = (concerns IS NOT NULL));

-- The day a decision of a court was served; the day of arrival of a minor whose age was doubted at the border.
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_served
  CHECK (served_on IS NULL OR (kind = 'petition_decided' AND withdrawn_because IS NULL));
ALTER TABLE public.guardianship_event ADD CONSTRAINT guardianship_event_arrived CHECK (arrived_on IS NULL OR at_border);
