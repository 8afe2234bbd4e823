-- Facts and laws that the profile does not hold: they name the publication they were read in instead of a line of the profile.
ALTER TABLE country_fact
  ALTER COLUMN section DROP NOT NULL,
  ALTER COLUMN profile_line DROP NOT NULL,
  ADD COLUMN publication JSONB,
  ADD COLUMN beside TEXT,
  ADD CONSTRAINT country_fact_origin CHECK ((profile_line IS NULL) = (publication IS NOT NULL) AND (section IS NULL) = (profile_line IS NULL));

ALTER TABLE law
  ALTER COLUMN section DROP NOT NULL,
  ALTER COLUMN profile_line DROP NOT NULL,
  ADD COLUMN publication JSONB,
  ADD CONSTRAINT law_origin CHECK ((profile_line IS NULL) = (publication IS NOT NULL) AND (section IS NULL) = (profile_line IS NULL));
