ALTER TABLE public.name_equivalent
  ADD CONSTRAINT name_equivalent_two CHECK (one <> other),
  ADD CONSTRAINT name_equivalent_weight CHECK (weight >= '-1'::integer::double precision AND weight <= 1::double precision);
