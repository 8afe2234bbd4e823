ALTER TABLE public.incoming_link
  ADD CONSTRAINT incoming_link_a_day CHECK (a_day BETWEEN 1 AND 50),
  ADD CONSTRAINT incoming_link_hash CHECK (link_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT incoming_link_lasts CHECK (expires_at > created_at AND expires_at <= (created_at + '90 days'::interval)),
  ADD CONSTRAINT incoming_link_locale CHECK (locale IN ('en', 'fr', 'nl', 'de')),
  ADD CONSTRAINT incoming_link_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  ADD CONSTRAINT incoming_link_used CHECK (came >= 0 AND (came = 0) = (last_used_at IS NULL));
