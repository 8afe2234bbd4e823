ALTER TABLE public.matter_step
  ADD CONSTRAINT matter_step_kind CHECK (CASE
      WHEN matter = 'voluntary_return' THEN kind IN ('informed', 'counselled', 'applied', 'planned', 'left', 'withdrawn', 'cancelled')
      WHEN matter IN ('declaration', 'naturalisation', 'recovery', 'statelessness') THEN kind IN ('informed', 'filed', 'refused', 'appealed',
          'acquired', 'withdrawn')
      ELSE false END),
  ADD CONSTRAINT matter_step_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT matter_step_return CHECK ((matter = 'voluntary_return' OR programme IS NULL AND cardinality(doubts) = 0)
      AND COALESCE(programme IN ('fedasil', 'iom', 'own_means'), true) AND (kind <> 'applied' OR programme IS NOT NULL)
      AND doubts <@ ARRAY['held', 'removal_threatened', 'no_shelter', 'procedure_open', 'not_understood', 'told_wrong', 'in_haste',
          'pressed', 'minor_alone', 'afraid']),
  ADD CONSTRAINT matter_step_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
