ALTER TABLE public.case_member
  ADD CONSTRAINT case_member_guest_expires CHECK (kind <> 'guest' OR valid_until IS NOT NULL),
  ADD CONSTRAINT case_member_guest_has_kind CHECK (kind <> 'guest' OR guest_kind IS NOT NULL),
  ADD CONSTRAINT case_member_guest_kind CHECK (guest_kind IN ('interpreter', 'lawyer', 'volunteer')),
  ADD CONSTRAINT case_member_guest_month CHECK (kind <> 'guest' OR valid_until <= (valid_from + '30 days'::interval)),
  ADD CONSTRAINT case_member_guest_parts CHECK (kind = 'guest' OR parts = '{}'::text[] AND guest_kind IS NULL),
  ADD CONSTRAINT case_member_kind CHECK (kind IN ('support', 'cover', 'circle', 'guest')),
  ADD CONSTRAINT case_member_parts CHECK (parts IS NOT NULL AND parts <@ ARRAY['tasks', 'people', 'deadlines', 'notes']),
  ADD CONSTRAINT case_member_privileged CHECK (NOT privileged OR kind <> 'guest');
