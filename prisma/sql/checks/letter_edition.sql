ALTER TABLE public.letter_edition
  ADD CONSTRAINT letter_edition_language CHECK (language IN ('en', 'fr', 'nl', 'de', 'ar', 'fa', 'ps', 'ti')),
  ADD CONSTRAINT letter_edition_limits CHECK (edition >= 1 AND char_length(name) BETWEEN 1 AND 80 AND char_length(because) BETWEEN 1 AND 500
      AND cardinality(kinds) <= 20 AND jsonb_array_length(uses) <= 400),
  ADD CONSTRAINT letter_edition_purpose CHECK (purpose IN ('inform', 'ask', 'confirm', 'report', 'invite')),
  ADD CONSTRAINT letter_edition_reader CHECK (reader IN ('person', 'lawyer', 'authority', 'partner', 'inside')),
  ADD CONSTRAINT letter_edition_sections CHECK (sections IS NOT NULL AND cardinality(sections) > 0
      AND sections <@ ARRAY['identity', 'present', 'procedure', 'mandates', 'needs', 'matters', 'guardianship', 'detention', 'deadlines',
          'plan', 'contacts', 'signals', 'people', 'referrals', 'own', 'own_sensitive']
      AND (reader <> 'person' OR NOT sections && ARRAY['contacts', 'signals', 'people'])),
  ADD CONSTRAINT letter_edition_state CHECK (state IN ('live', 'retired'));
