ALTER TABLE public.visit_plan
  ADD CONSTRAINT visit_plan_state CHECK (state IN ('draft', 'published', 'cancelled'));
