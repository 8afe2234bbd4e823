ALTER TABLE public.partner
  ADD CONSTRAINT partner_ages CHECK (ages IN ('adults', 'minors', 'all')),
  ADD CONSTRAINT partner_free CHECK ((free_places IS NULL) = (free_on IS NULL) AND COALESCE(free_places BETWEEN 0 AND 9999, true)),
  ADD CONSTRAINT partner_kind CHECK (kind IN ('lawyer', 'legal_aid', 'interpreter', 'health', 'shelter', 'social_service', 'school', 'authority', 'court',
        'organisation', 'other')),
  ADD CONSTRAINT partner_languages CHECK (languages IS NOT NULL AND array_to_string(languages, ',') ~ '^([a-z]{2,3}(,[a-z]{2,3})*)?$'),
  ADD CONSTRAINT partner_not_itself CHECK (same_as <> id),
  ADD CONSTRAINT partner_regions CHECK (regions IS NOT NULL AND regions <@ ARRAY['brussels', 'flanders', 'wallonia']),
  ADD CONSTRAINT partner_texts CHECK (char_length(name) BETWEEN 1 AND 120 AND char_length(takes) <= 300 AND char_length(hours) <= 300
    AND char_length(how_to) <= 1000 AND char_length(phone) <= 60 AND char_length(email) <= 120);
