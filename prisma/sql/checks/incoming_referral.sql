-- What went into a file stands there, and no longer here; what was refused or answered otherwise says why.
ALTER TABLE public.incoming_referral
  ADD CONSTRAINT incoming_referral_content CHECK ((content_cipher IS NULL) = (outcome IS NOT NULL AND outcome IN ('file', 'existing'))),
  ADD CONSTRAINT incoming_referral_outcome CHECK (outcome IN ('file', 'existing', 'enquiry', 'answered', 'refused')),
  ADD CONSTRAINT incoming_referral_receipt CHECK (receipt ~ '^[0-9]{8}$'),
  ADD CONSTRAINT incoming_referral_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT incoming_referral_urgency CHECK (urgency IN ('now', 'days', 'weeks')),
  ADD CONSTRAINT incoming_referral_words CHECK ((words_cipher IS NOT NULL) = (outcome IS NOT NULL AND outcome IN ('answered', 'refused')));
