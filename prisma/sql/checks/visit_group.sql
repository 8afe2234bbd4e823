ALTER TABLE public.visit_group
  ADD CONSTRAINT visit_group_people CHECK (people BETWEEN 1 AND 500);
