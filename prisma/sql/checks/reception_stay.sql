ALTER TABLE public.reception_stay
  ADD CONSTRAINT reception_stay_code_207 CHECK (code_207 IS NULL OR (code_207 IN ('assigned', 'no_show', 'modified', 'abolished', 'none'))),
  ADD CONSTRAINT reception_stay_days CHECK (COALESCE(from_on <= until_on, true)),
  ADD CONSTRAINT reception_stay_end CHECK (end_reason IS NULL
      OR (end_reason IN ('positive_decision', 'negative_final', 'dublin_transfer', 'sanction', 'left_voluntarily', 'income',
          'crisis_measure', 'other'))),
  ADD CONSTRAINT reception_stay_phase CHECK (phase IS NULL OR (phase IN ('first', 'second', 'uam_phase_1', 'uam_phase_2', 'uam_phase_3', 'none'))),
  ADD CONSTRAINT reception_stay_place CHECK (place_type ~ '^[a-z_]+$');
