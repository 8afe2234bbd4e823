ALTER TABLE public.person_former_value
  ADD CONSTRAINT person_former_value_changed CHECK (value <> became);
