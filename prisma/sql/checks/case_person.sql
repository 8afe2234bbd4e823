ALTER TABLE public.case_person
  ADD CONSTRAINT case_person_basis CHECK (basis IS NULL OR (basis IN ('said', 'document')) AND (role IN ('partner', 'child', 'parent', 'sibling', 'other_relative'))),
  ADD CONSTRAINT case_person_left CHECK ((until IS NULL) = (left_because IS NULL) AND COALESCE(left_because IN ('own_file', 'apart', 'died', 'mistake', 'other'), true)
      AND COALESCE(since <= until, true)),
  ADD CONSTRAINT case_person_role CHECK (role IN ('principal', 'partner', 'child', 'parent', 'sibling', 'other_relative', 'family_member', 'companion'));
