ALTER TABLE public.referral
  ADD CONSTRAINT referral_fields CHECK (fields IS NOT NULL
      AND fields <@ ARRAY['initials', 'name', 'code', 'age', 'minority', 'sex', 'nationality', 'language', 'reach', 'place', 'procedure',
          'detention', 'deadlines', 'others', 'worker', 'danger', 'form', 'sector', 'region', 'recruited_in', 'held', 'signs']),
  ADD CONSTRAINT referral_kind CHECK (kind IN ('specialised_centre', 'child_centre', 'guardianship', 'child_helpline', 'help_line', 'authority', 'lawyer', 'health',
        'shelter', 'tracing', 'social_service', 'organisation', 'other')),
  ADD CONSTRAINT referral_language CHECK (language IN ('en', 'fr', 'nl', 'de')),
  ADD CONSTRAINT referral_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT referral_urgency CHECK (urgency IN ('now', 'this_week', 'no_hurry'));
