ALTER TABLE public.referral_share
  ADD CONSTRAINT referral_share_lasts CHECK (expires_at > created_at AND expires_at <= (created_at + '30 days'::interval)),
  ADD CONSTRAINT referral_share_link CHECK (link_hash ~ '^[0-9a-f]{64}$' AND octet_length(code_check) = 32),
  ADD CONSTRAINT referral_share_openings CHECK (max_openings BETWEEN 1 AND 10),
  ADD CONSTRAINT referral_share_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL));
