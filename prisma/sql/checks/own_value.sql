ALTER TABLE public.own_value
  ADD CONSTRAINT own_value_holds CHECK (CASE
      WHEN state IS NULL THEN cipher IS NOT NULL AND num_nonnulls(code, on_when, amount, place_id, partner_id, number_mark, tail_mark) = 0 AND position = 0
      WHEN state = 'given' THEN num_nonnulls(code, on_when, amount, place_id, partner_id, cipher) = 1 AND (code IS NOT NULL OR position = 0)
        AND (cipher IS NOT NULL OR num_nonnulls(number_mark, tail_mark) = 0)
      ELSE num_nonnulls(code, on_when, amount, place_id, partner_id, number_mark, tail_mark, cipher) = 0 AND position = 0 END),
  ADD CONSTRAINT own_value_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT own_value_position CHECK (position BETWEEN 0 AND 59 AND (position = 0) = (id = answer_id)),
  ADD CONSTRAINT own_value_state CHECK (COALESCE(state IN ('given', 'unknown', 'declined', 'not_applicable'), true)),
  ADD CONSTRAINT own_value_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('changed', 'taken_back'), true));
