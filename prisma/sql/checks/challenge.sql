ALTER TABLE public.challenge
  ADD CONSTRAINT challenge_purpose CHECK (purpose IN ('add', 'prove'));
