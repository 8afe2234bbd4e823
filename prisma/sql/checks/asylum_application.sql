ALTER TABLE public.asylum_application
  ADD CONSTRAINT asylum_application_asked CHECK ((way IN ('territory', 'border', 'resettlement', 'corridor')) OR sequence IS NULL AND language IS NULL),
  ADD CONSTRAINT asylum_application_language CHECK (language IS NULL OR (language IN ('fr', 'nl', 'not_known'))),
  ADD CONSTRAINT asylum_application_place CHECK (place IS NULL OR way = 'territory' AND (place IN ('office', 'prison', 'closed_centre', 'not_known'))),
  ADD CONSTRAINT asylum_application_reasons CHECK (reasons <@ ARRAY['family_elsewhere', 'community_elsewhere', 'language_elsewhere', 'work_elsewhere', 'other_destination', 'registered_elsewhere',
          'fears_dublin',
          'fears_detention', 'fears_return', 'refused_before', 'no_information', 'no_shelter', 'debt_or_pressure', 'other', 'not_known',
          'declined']
      AND (way = 'transit' OR cardinality(reasons) = 0)),
  ADD CONSTRAINT asylum_application_sequence CHECK (sequence IS NULL OR sequence BETWEEN 1 AND 99),
  ADD CONSTRAINT asylum_application_way CHECK (way IN ('territory', 'border', 'resettlement', 'corridor', 'family', 'transit', 'regularisation'));
