ALTER TABLE public.visit_revision
  ADD CONSTRAINT visit_revision_of_one CHECK ((observation_id IS NULL) <> (group_id IS NULL));
