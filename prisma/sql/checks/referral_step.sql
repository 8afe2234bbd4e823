ALTER TABLE public.referral_step
  ADD CONSTRAINT referral_step_ground CHECK ((kind = 'sent') = (ground IS NOT NULL) AND COALESCE(ground IN ('consent', 'legal_claims', 'vital_interest', 'legal_duty'), true)
      AND (COALESCE(ground, 'consent') = 'consent' OR words_cipher IS NOT NULL)),
  ADD CONSTRAINT referral_step_kind CHECK (kind IN ('told', 'sent', 'received', 'accepted', 'declined', 'person_declined', 'no_capacity', 'no_answer', 'outcome', 'taken_back')),
  ADD CONSTRAINT referral_step_takes_back CHECK ((kind = 'taken_back') = (takes_back IS NOT NULL) AND takes_back IS DISTINCT FROM id),
  ADD CONSTRAINT referral_step_way CHECK (COALESCE(way IN ('phone', 'in_person', 'secure_mail', 'post', 'handed_over', 'link', 'other'), true));
