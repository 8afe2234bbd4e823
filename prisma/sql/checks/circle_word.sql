ALTER TABLE public.circle_word
  ADD CONSTRAINT circle_word_guest_has_kind CHECK (kind <> 'guest' OR guest_kind IS NOT NULL),
  ADD CONSTRAINT circle_word_kind CHECK (kind = 'member' AND staff_id IS NOT NULL AND (member_kind IN ('support', 'cover', 'circle')) AND guest_kind IS NULL
      AND parts = '{}'::text[] OR kind = 'guest' AND staff_id IS NOT NULL AND member_kind IS NULL AND NOT privileged
      AND valid_until IS NOT NULL AND (guest_kind IN ('interpreter', 'lawyer', 'volunteer'))
      AND parts <@ ARRAY['tasks', 'people', 'deadlines', 'notes'] OR kind = 'unseal' AND staff_id IS NULL AND member_kind IS NULL
      AND guest_kind IS NULL AND parts = '{}'::text[] AND NOT privileged),
  ADD CONSTRAINT circle_word_not_oneself CHECK (staff_id <> asked_by),
  ADD CONSTRAINT circle_word_state CHECK ((state IN ('asked', 'agreed', 'refused', 'withdrawn')) AND (state = 'asked') = (answered_by IS NULL)
      AND (state = 'asked') = (answered_at IS NULL)),
  ADD CONSTRAINT circle_word_two CHECK (state <> 'agreed' OR answered_by <> asked_by AND answered_by <> COALESCE(staff_id, asked_by));
