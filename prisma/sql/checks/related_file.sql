ALTER TABLE public.related_file
  ADD CONSTRAINT related_file_basis CHECK (basis IS NULL OR (basis IN ('said', 'document')) AND (kind NOT IN ('family_member', 'companion'))),
  ADD CONSTRAINT related_file_kind CHECK (kind IN ('partner', 'child', 'parent', 'sibling', 'other_relative', 'family_member', 'companion')),
  ADD CONSTRAINT related_file_two CHECK (case_id <> other_case_id);
