ALTER TABLE public.age_claim
  ADD CONSTRAINT age_claim_basis CHECK (basis IN ('said', 'document', 'authority', 'test', 'estimate', 'not_known', 'declined')),
  ADD CONSTRAINT age_claim_born CHECK ((born_when IS NULL) = (born_text IS NULL)
      AND (born_when IS NULL
        OR app.is_when(born_when, born_earliest, born_latest, born_text, CASE WHEN basis = 'test' THEN 'authority' ELSE basis END))),
  ADD CONSTRAINT age_claim_bounds CHECK ((born_earliest IS NULL) = (born_latest IS NULL) AND COALESCE(born_earliest <= born_latest, true)),
  ADD CONSTRAINT age_claim_seen CHECK (seen IS NULL OR basis = 'document' AND (seen IN ('original', 'copy', 'not_seen'))),
  ADD CONSTRAINT age_claim_silence CHECK ((basis NOT IN ('not_known', 'declined')) OR age_years IS NULL AND tested_tenths IS NULL AND born_when IS NULL
      AND born_earliest IS NULL AND source IS NULL),
  ADD CONSTRAINT age_claim_test CHECK ((tested_tenths IS NULL) = (margin_tenths IS NULL)
      AND (tested_tenths IS NULL OR basis = 'test' AND tested_tenths BETWEEN 0 AND 1200 AND margin_tenths BETWEEN 0 AND 100)),
  ADD CONSTRAINT age_claim_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true)),
  ADD CONSTRAINT age_claim_years CHECK (COALESCE(age_years BETWEEN 0 AND 120, true) AND (age_to IS NULL OR COALESCE(age_to >= age_years AND age_to <= 120, false)));
