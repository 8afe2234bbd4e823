ALTER TABLE public.trafficking_event
  ADD CONSTRAINT trafficking_event_condition CHECK ((kind = 'condition') = (condition IS NOT NULL) AND (condition IS NULL) = (holds IS NULL)
      AND COALESCE(condition IN ('contact_broken', 'accepts_guidance', 'cooperates', 'no_public_order_danger'), true)
      AND COALESCE(holds IN ('met', 'not_met', 'not_known'), true)),
  ADD CONSTRAINT trafficking_event_kind CHECK (kind IN ('detection', 'reflection', 'reflection_uam', 'provisional', 'provisional_renewed', 'status_recognised', 'status_renewed',
        'unlimited', 'statement', 'return_chosen', 'stopped', 'alternative', 'not_victim', 'condition')),
  ADD CONSTRAINT trafficking_event_never_open CHECK (secrecy IN ('restricted', 'sealed')),
  ADD CONSTRAINT trafficking_event_reason CHECK (reason IS NULL OR kind = 'stopped'
      AND (reason IN ('shelved', 'contact_resumed', 'left_guidance', 'fraud', 'public_order', 'person_stopped', 'other'))
      OR kind = 'alternative' AND (reason IN ('humanitarian', 'asylum', 'return', 'other'))),
  ADD CONSTRAINT trafficking_event_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
