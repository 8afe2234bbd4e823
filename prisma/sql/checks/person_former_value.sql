ALTER TABLE public.person_former_value
  ADD CONSTRAINT person_former_value_changed CHECK (value <> became),
  ADD CONSTRAINT person_former_value_field CHECK (field IN ('sex', 'interpreter_need'));
