ALTER TABLE public.config_edition
  ADD CONSTRAINT config_edition_subject CHECK (subject IN ('setting', 'office', 'list', 'value', 'place', 'file')),
  ADD CONSTRAINT config_edition_item CHECK (item ~ '^[A-Za-z0-9_.:-]{1,120}$'),
  ADD CONSTRAINT config_edition_reason CHECK (char_length(reason) <= 300),
  ADD CONSTRAINT config_edition_state CHECK ((state IN ('asked', 'set', 'refused', 'withdrawn'))
      AND (answered_by IS NULL) = (answered_at IS NULL) AND (state <> 'asked' OR answered_by IS NULL)
      AND ((state NOT IN ('refused', 'withdrawn')) OR answered_by IS NOT NULL));
