ALTER TABLE public.own_field_edition
  ADD CONSTRAINT own_field_edition_because CHECK (char_length(because) BETWEEN 1 AND 500),
  ADD CONSTRAINT own_field_edition_level CHECK (level IN ('never', 'known', 'whole')),
  ADD CONSTRAINT own_field_edition_part CHECK (part IN ('overview', 'person', 'procedure', 'todo')),
  ADD CONSTRAINT own_field_edition_required CHECK (required IN ('optional', 'wanted', 'closing', 'referral')),
  ADD CONSTRAINT own_field_edition_state CHECK (state IN ('live', 'retired')),
  ADD CONSTRAINT own_field_edition_undoes CHECK (undoes IS NULL OR undoes BETWEEN 1 AND edition - 1),
  ADD CONSTRAINT own_field_edition_limits CHECK (edition >= 1 AND position BETWEEN 0 AND 999 AND jsonb_array_length(conditions) <= 3
      AND jsonb_array_length(options) <= 60 AND cardinality(offices) <= 100 AND cardinality(kinds) <= 20 AND cardinality(nationalities) <= 60);
