ALTER TABLE public.stay_document
  ADD CONSTRAINT stay_document_days CHECK (COALESCE(issued_on <= expires_on, true) AND COALESCE(issued_on <= requested_on, true)),
  ADD CONSTRAINT stay_document_kind CHECK (kind IN ('attestation_presentation', 'annex_26', 'annex_26quinquies', 'annex_25', 'annex_25quinquies', 'annex_35', 'orange_card',
        'orange_card_minor', 'card_a_adult', 'card_a_minor', 'card_b', 'refugee_certificate', 'other_document'));
