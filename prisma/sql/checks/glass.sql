ALTER TABLE public.glass
  ADD CONSTRAINT glass_due CHECK (review_due_on >= at::date AND review_due_on <= (at + '14 days'::interval)::date),
  ADD CONSTRAINT glass_hours CHECK (expires_at > at AND expires_at <= (at + '04:00:00'::interval)),
  ADD CONSTRAINT glass_kind CHECK (kind IN ('danger', 'health', 'deadline', 'removal', 'other')),
  ADD CONSTRAINT glass_second_pair CHECK (reviewed_by <> staff_id),
  ADD CONSTRAINT glass_verdict CHECK ((verdict IN ('right', 'ask_next_time', 'wrong')) AND (verdict IS NULL) = (reviewed_by IS NULL)
      AND (verdict IS NULL) = (reviewed_at IS NULL));
