ALTER TABLE public.consent_end
  ADD CONSTRAINT consent_end_kind CHECK (CASE kind WHEN 'withdrawn' THEN COALESCE(said_by IN ('self', 'guardian', 'parent', 'lawyer', 'child'), false)
      WHEN 'mistake' THEN said_by IS NULL ELSE false END);
