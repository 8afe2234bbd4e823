ALTER TABLE public.partner_person
  ADD CONSTRAINT partner_person_languages CHECK (languages IS NOT NULL AND array_to_string(languages, ',') ~ '^([a-z]{2,3}(,[a-z]{2,3})*)?$'),
  ADD CONSTRAINT partner_person_ways CHECK (ways IS NOT NULL AND ways <@ ARRAY['there', 'phone', 'video']);
