ALTER TABLE public.appointment
  ADD CONSTRAINT appointment_booked CHECK ((booked_staff_id IS NULL OR booked_partner_id IS NULL)
      AND (booked_person_id IS NULL OR booked_partner_id IS NOT NULL)
      AND (interpreter_language IS NOT NULL OR booked_staff_id IS NULL AND booked_partner_id IS NULL)),
  ADD CONSTRAINT appointment_hours CHECK (COALESCE(starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', true)
      AND COALESCE(ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', true)
      AND (ends_at IS NULL OR starts_at IS NOT NULL AND ends_at > starts_at)),
  ADD CONSTRAINT appointment_interpreter_language CHECK (COALESCE(interpreter_language ~ '^[a-z]{2,3}$', true)),
  ADD CONSTRAINT appointment_interpreter_state CHECK (COALESCE(interpreter_state IN ('asked', 'promised', 'came', 'did_not_come'), true)),
  ADD CONSTRAINT appointment_interpreter_way CHECK (COALESCE(interpreter_way IN ('in_person', 'telephone', 'video'), true)),
  ADD CONSTRAINT appointment_kind CHECK (kind IN ('cgrs', 'immigration_office', 'hearing', 'lawyer', 'doctor', 'administration', 'school',
      'social_service', 'other')),
  ADD CONSTRAINT appointment_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT appointment_state CHECK (state IN ('planned', 'moved', 'kept', 'missed', 'cancelled'));
