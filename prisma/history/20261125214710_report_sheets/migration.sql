-- The sheet of a report to the Guardianship Service is something that was written about one minor: a row of the register, whose words
-- are sealed with the other details. It has neither an outcome nor a form, and starts and stops no clock.

ALTER TABLE public.guardianship_event DROP CONSTRAINT guardianship_event_kind;
ALTER TABLE public.guardianship_event ADD CONSTRAINT guardianship_event_kind CHECK (kind IN ('prepared', 'reported', 'taken_in_charge',
  'age_doubted', 'age_assessed', 'decided', 'challenged', 'guardian_ended', 'guardian_appointed', 'report_sent', 'solution', 'placed',
  'missing', 'told', 'looked_again', 'found', 'taken_back'));
