ALTER TABLE public.safe_contact
  ADD CONSTRAINT safe_contact_channel CHECK (channel IN ('phone', 'messenger', 'email', 'address', 'through')),
  ADD CONSTRAINT safe_contact_days CHECK (COALESCE(confirmed_on <= ended_on, true)),
  ADD CONSTRAINT safe_contact_language CHECK (COALESCE(language ~ '^[a-z]{2,3}$', true)),
  ADD CONSTRAINT safe_contact_message CHECK (message IN ('never', 'neutral', 'any')),
  ADD CONSTRAINT safe_contact_number_mark CHECK (number_mark IS NULL OR secrecy <> 'sealed' AND (octet_length(number_mark) IN (0, 32))),
  ADD CONSTRAINT safe_contact_owner CHECK (owner IN ('own', 'shared', 'relative', 'centre', 'other')),
  ADD CONSTRAINT safe_contact_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT safe_contact_tail_mark CHECK (tail_mark IS NULL OR secrecy <> 'sealed' AND (octet_length(tail_mark) IN (0, 32)));
