ALTER TABLE public.visit
  ADD CONSTRAINT visit_access CHECK (access IN ('granted', 'delayed', 'partly_refused', 'refused'));
