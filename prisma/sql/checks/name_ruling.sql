ALTER TABLE public.name_ruling
  ADD CONSTRAINT name_ruling_heard CHECK (one_sound <> '' AND other_sound <> ''),
  ADD CONSTRAINT name_ruling_one CHECK (one ~ '^[[:alpha:]''’ʼʻ-]{2,40}$'),
  ADD CONSTRAINT name_ruling_order CHECK ((lower(one) COLLATE "C") < (lower(other) COLLATE "C")),
  ADD CONSTRAINT name_ruling_other CHECK (other ~ '^[[:alpha:]''’ʼʻ-]{2,40}$'),
  ADD CONSTRAINT name_ruling_weight CHECK (weight IS NULL OR weight = '-1'::integer::double precision OR weight >= 0::double precision AND weight <= 1::double precision);
