ALTER TABLE public.deadline
  ADD CONSTRAINT deadline_cause CHECK ((cause_kind IS NULL) = (cause_ref IS NULL)
      AND COALESCE(cause_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event', 'trafficking_event',
          'matter_step', 'guardianship_event'), true)),
  ADD CONSTRAINT deadline_closed_by_an_act CHECK ((status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
      AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
      AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
      AND (status = 'closed') = COALESCE(closed_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event',
          'trafficking_event', 'matter_step', 'guardianship_event'), false)),
  ADD CONSTRAINT deadline_closed_kind CHECK (closed_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event', 'trafficking_event',
        'matter_step', 'guardianship_event')),
  ADD CONSTRAINT deadline_one_letter CHECK ((letter_amount IS NULL) = (letter_unit IS NULL) AND (letter_on IS NULL OR letter_amount IS NULL)),
  ADD CONSTRAINT deadline_reminds CHECK (due_on IS NULL OR remind_on IS NOT NULL),
  ADD CONSTRAINT deadline_retained_with_reason CHECK ((retained_rule_id IS NULL) = (retained_note_id IS NULL)),
  ADD CONSTRAINT deadline_status CHECK (status IN ('open', 'closed', 'superseded')),
  ADD CONSTRAINT deadline_superseded_by_another CHECK ((status = 'superseded') = (superseded_by IS NOT NULL));
