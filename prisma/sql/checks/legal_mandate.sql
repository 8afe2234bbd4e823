ALTER TABLE public.legal_mandate
  ADD CONSTRAINT legal_mandate_aid CHECK (aid IN ('second_line', 'first_line', 'paid', 'other')),
  ADD CONSTRAINT legal_mandate_days CHECK (COALESCE(asked_on <= granted_on, true) AND COALESCE(asked_on <= ended_on, true) AND COALESCE(granted_on <= ended_on, true)),
  ADD CONSTRAINT legal_mandate_end CHECK (COALESCE(end_reason IN ('refused', 'done', 'lawyer_stopped', 'person_stopped', 'replaced', 'not_known'), true)
      AND (ended_on IS NULL OR end_reason IS NOT NULL) AND (granted_on IS NULL OR end_reason IS DISTINCT FROM 'refused')),
  ADD CONSTRAINT legal_mandate_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
