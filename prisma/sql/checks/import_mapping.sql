ALTER TABLE public.import_mapping
  ADD CONSTRAINT import_mapping_fields CHECK (cardinality(fields) BETWEEN 1 AND 100 AND array_to_string(fields, ',') ~ '^([A-Za-z]*|own:[a-z][a-z0-9_]{1,39})(,([A-Za-z]*|own:[a-z][a-z0-9_]{1,39}))*$');
