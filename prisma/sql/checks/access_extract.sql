ALTER TABLE public.access_extract
  ADD CONSTRAINT access_extract_language CHECK (language IN ('en', 'fr', 'nl', 'de'));
