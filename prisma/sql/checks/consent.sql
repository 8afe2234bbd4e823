ALTER TABLE public.consent
  ADD CONSTRAINT consent_answer CHECK (answer IN ('given', 'refused', 'not_asked')),
  ADD CONSTRAINT consent_asking CHECK (CASE answer WHEN 'not_asked' THEN language IS NULL AND interpreter IS NULL AND form IS NULL AND given_by IS NULL
      AND child_view IS NULL AND expires_at IS NULL ELSE COALESCE(language ~ '^[a-z]{2,3}$', false)
      AND COALESCE(interpreter IN ('none', 'present', 'remote', 'relative', 'not_noted'), false)
      AND COALESCE(form IN ('spoken', 'signed', 'thumb', 'drawn', 'stated'), false) AND COALESCE(given_by IN ('self', 'guardian', 'parent', 'lawyer'), false)
      AND (answer = 'given' OR expires_at IS NULL) END),
  ADD CONSTRAINT consent_child CHECK (COALESCE(child_view IN ('agrees', 'disagrees', 'too_young', 'not_asked'), true)
      AND (answer = 'not_asked' OR is_minor = (child_view IS NOT NULL))),
  ADD CONSTRAINT consent_proof CHECK ((proof_cipher IS NULL OR answer <> 'not_asked' AND octet_length(proof_cipher) <= 40000)
      AND (proof_cipher IS NOT NULL OR form IS NULL OR form NOT IN ('drawn', 'stated'))),
  ADD CONSTRAINT consent_purpose CHECK (purpose IN ('referral', 'share', 'summary', 'statistics', 'tracing', 'photo', 'quote')),
  ADD CONSTRAINT consent_recipient CHECK (
          recipient ~ '^(actor:[a-z0-9-]{1,80}|kind:(lawyer|organisation|victim_centre|guardianship|reception|health_care|authority|tracing_service)|named|house)$'
      AND (recipient = 'named') = (recipient_cipher IS NOT NULL) AND (recipient = 'house') = (purpose IN ('statistics', 'quote'))),
  ADD CONSTRAINT consent_scopes CHECK (scopes IS NOT NULL
      AND scopes <@ ARRAY['identity', 'contact', 'procedure', 'detention', 'plan', 'family', 'health', 'trafficking', 'documents']
      AND CASE WHEN purpose IN ('statistics', 'quote') THEN cardinality(scopes) = 0 ELSE answer <> 'given' OR cardinality(scopes) > 0 END);
