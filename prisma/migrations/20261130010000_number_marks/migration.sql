-- Numbers of authorities are found like telephones, and both by their last digits (docs/adr/0133). to_confirm: written as on the paper,
-- although it does not look like a number of its kind.
ALTER TABLE public.person_identifier
  ADD COLUMN number_mark BYTEA,
  ADD COLUMN tail_mark BYTEA,
  ADD COLUMN to_confirm BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE public.safe_contact ADD COLUMN tail_mark BYTEA;
ALTER TABLE public.guardianship_event ADD COLUMN tail_mark BYTEA;
CREATE INDEX person_identifier_number_mark_idx ON public.person_identifier (number_mark);
CREATE INDEX person_identifier_tail_mark_idx ON public.person_identifier (tail_mark);
CREATE INDEX safe_contact_team_id_tail_mark_idx ON public.safe_contact (team_id, tail_mark);
CREATE INDEX guardianship_event_team_id_tail_mark_idx ON public.guardianship_event (team_id, tail_mark);
