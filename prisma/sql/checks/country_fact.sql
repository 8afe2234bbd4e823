ALTER TABLE public.country_fact
  ADD CONSTRAINT country_fact_origin CHECK ((profile_line IS NULL) = (publication IS NOT NULL) AND (section IS NULL) = (profile_line IS NULL));
