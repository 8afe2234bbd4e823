ALTER TABLE public.law
  ADD CONSTRAINT law_origin CHECK ((profile_line IS NULL) = (publication IS NOT NULL) AND (section IS NULL) = (profile_line IS NULL));
