ALTER TABLE public.enquiry
  ADD CONSTRAINT enquiry_language CHECK (language ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT enquiry_nationality CHECK (nationality ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT enquiry_people CHECK (people BETWEEN 1 AND 500),
  ADD CONSTRAINT enquiry_topic CHECK (topic ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT enquiry_way CHECK (way IN ('counter', 'phone', 'written', 'outreach'));
