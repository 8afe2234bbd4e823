ALTER TABLE public.case_summary
  ADD CONSTRAINT case_summary_audience CHECK (audience IN ('lawyer', 'organisation', 'colleague', 'discussion', 'authority', 'person')),
  ADD CONSTRAINT case_summary_ground CHECK (CASE WHEN ground IS NULL THEN recipient IS NULL AND reason_cipher IS NULL WHEN audience NOT IN ('lawyer', 'organisation', 'authority') THEN false
      WHEN ground = 'consent' THEN recipient IS NOT NULL AND reason_cipher IS NULL
      ELSE (ground IN ('legal_claims', 'vital_interest', 'legal_duty')) AND recipient IS NULL AND reason_cipher IS NOT NULL END),
  ADD CONSTRAINT case_summary_language CHECK (language IN ('en', 'fr', 'nl', 'de')),
  ADD CONSTRAINT case_summary_level CHECK (level = 'unnamed' OR level = 'known_to_them' AND (audience IN ('lawyer', 'organisation', 'colleague')) OR level = 'whole'
      AND (audience IN ('lawyer', 'authority', 'person'))),
  -- An authority and the person are told by letters alone; a letter says from which template it is and which paper it became.
  ADD CONSTRAINT case_summary_letter CHECK ((attachment_id IS NULL) = (template_id IS NULL) AND (attachment_id IS NULL) = (template_edition IS NULL)
      AND (attachment_id IS NOT NULL OR audience NOT IN ('authority', 'person')) AND (audience <> 'person' OR NOT sections && ARRAY['contacts', 'signals', 'people'])),
  ADD CONSTRAINT case_summary_sections CHECK (sections IS NOT NULL AND cardinality(sections) > 0
      AND sections <@ ARRAY['identity', 'present', 'procedure', 'mandates', 'needs', 'matters', 'guardianship', 'detention', 'deadlines',
          'plan', 'contacts', 'signals', 'people', 'referrals', 'own', 'own_sensitive']
      AND (level = 'whole' OR NOT sections && ARRAY['needs', 'own_sensitive']) AND (level <> 'unnamed' OR NOT sections && ARRAY['referrals', 'own']));
