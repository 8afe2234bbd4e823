ALTER TABLE public.import_mapping
  ADD CONSTRAINT import_mapping_fields CHECK (cardinality(fields) BETWEEN 1 AND 100 AND array_to_string(fields, ',') ~ '^[A-Za-z,]*$');
