-- NOT VALID: archives from before this check hold kinds that no version has ever offered. They stay as they are; the page of such a note
-- says that it is not known.
ALTER TABLE public.note
  ADD CONSTRAINT note_kind CHECK (kind IN ('note', 'call', 'meeting', 'document', 'authority')) NOT VALID;
