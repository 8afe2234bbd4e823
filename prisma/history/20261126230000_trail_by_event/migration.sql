-- A file that is opened every day has far more openings in its trail than changes: the timeline looks for the changes only,
-- and how often it was opened this month is counted without reading the rest.
CREATE INDEX "audit_event_case_id_event_at_idx" ON "audit_event"("case_id", "event", "at");
