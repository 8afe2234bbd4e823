-- An order to leave is given another day, or taken away: both answer the order, and the first comes in a letter.
ALTER TABLE public.asylum_event
  DROP CONSTRAINT asylum_event_kind,
  DROP CONSTRAINT asylum_event_notified,
  DROP CONSTRAINT asylum_event_concerns;
ALTER TABLE public.asylum_event
  ADD CONSTRAINT asylum_event_kind CHECK (kind IN ('arrived', 'made', 'registered', 'lodged', 'municipality',
    'dublin_requested', 'dublin_accepted', 'dublin_refused', 'dublin_extended', 'dublin_transferred', 'dublin_taken',
    'received_cgrs', 'interview', 'admitted', 'cgrs_decision', 'io_decision', 'order_to_leave', 'order_extended',
    'order_withdrawn', 'appeal', 'judgment', 'withdrawn', 'taken_back')),
  ADD CONSTRAINT asylum_event_notified CHECK (kind IN ('cgrs_decision', 'io_decision', 'order_to_leave', 'order_extended', 'judgment')
    OR (notified_on IS NULL AND notification IS NULL AND letter_on IS NULL AND letter_amount IS NULL)),
  ADD CONSTRAINT asylum_event_concerns CHECK (
    (kind IN ('appeal', 'judgment', 'dublin_extended', 'order_extended', 'order_withdrawn')) = (concerns IS NOT NULL));
