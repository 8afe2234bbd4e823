ALTER TABLE public.special_need
  ADD CONSTRAINT special_need_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT special_need_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT special_need_source CHECK (source IN ('said', 'observed', 'certificate', 'authority')),
  ADD CONSTRAINT special_need_told CHECK (COALESCE(told_to IN ('io', 'cgrs', 'call', 'fedasil'), true) AND (told_to IS NOT NULL OR told_on IS NULL AND answer IS NULL)
      AND COALESCE(answer IN ('granted', 'refused', 'none'), true)
      AND (answered_on IS NULL OR COALESCE(answer IN ('granted', 'refused'), false)) AND COALESCE(told_on <= answered_on, true));
