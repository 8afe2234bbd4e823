ALTER TABLE public.guardianship_event
  ADD CONSTRAINT guardianship_event_arrived CHECK (arrived_on IS NULL OR at_border),
  ADD CONSTRAINT guardianship_event_at CHECK (at IS NULL OR (kind IN ('missing', 'told', 'found')) AND at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT guardianship_event_border CHECK (kind = 'age_doubted' OR NOT at_border),
  ADD CONSTRAINT guardianship_event_claim CHECK (claim_id IS NULL OR kind = 'age_assessed'),
  ADD CONSTRAINT guardianship_event_concerns CHECK ((kind IN ('challenged', 'told', 'looked_again', 'found')) = (concerns IS NOT NULL)),
  ADD CONSTRAINT guardianship_event_form CHECK (CASE kind
      WHEN 'reported' THEN COALESCE(form IN ('ngo', 'police_local', 'police_federal_border', 'io', 'fedasil', 'hospital', 'school',
          'youth_services', 'citizen', 'self'), false)
      WHEN 'age_doubted' THEN COALESCE(form IN ('io', 'police', 'cgrs', 'reception_centre', 'other_state', 'other'), false)
      WHEN 'age_assessed' THEN COALESCE(form IN ('documents', 'interview', 'medical_triple_test', 'refused_by_person', 'none'), false)
      WHEN 'report_sent' THEN COALESCE(form IN ('initial', 'periodic', 'final'), false)
      WHEN 'placed' THEN COALESCE(form IN ('ooc', 'collective_uam_centre', 'small_unit', 'foster_family', 'specialised_thb_centre',
          'youth_care', 'with_relatives', 'independent_supported', 'closed_centre', 'street', 'unknown'), false)
      WHEN 'told' THEN COALESCE(form IN ('police', 'child_focus', 'guardianship_service', 'lawyer', 'guardian'), false)
      ELSE form IS NULL END),
  ADD CONSTRAINT guardianship_event_kind CHECK (kind IN ('prepared', 'reported', 'taken_in_charge', 'age_doubted', 'age_assessed', 'decided', 'challenged', 'guardian_ended',
        'guardian_appointed', 'report_sent', 'solution', 'placed', 'missing', 'told', 'looked_again', 'found', 'taken_back')),
  ADD CONSTRAINT guardianship_event_notification CHECK (notification IS NULL
      OR (notification IN ('hand_delivery', 'registered_ack', 'registered_post', 'ordinary_post', 'email_lawyer', 'municipality',
          'closed_centre', 'deemed'))),
  ADD CONSTRAINT guardianship_event_notified CHECK (kind = 'decided' OR notified_on IS NULL AND notification IS NULL),
  ADD CONSTRAINT guardianship_event_number_mark CHECK (number_mark IS NULL OR secrecy <> 'sealed' AND (octet_length(number_mark) IN (0, 32))),
  ADD CONSTRAINT guardianship_event_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT guardianship_event_outcome CHECK (CASE kind WHEN 'reported' THEN COALESCE(outcome IN ('by_phone', 'by_mail', 'by_sheet', 'other_way'), false)
      WHEN 'age_assessed' THEN COALESCE(outcome IN ('minor', 'adult', 'inconclusive', 'pending'), false)
      WHEN 'decided' THEN COALESCE(outcome IN ('identified_uam', 'identified_uam_eea', 'not_minor', 'not_unaccompanied'), false)
      WHEN 'guardian_ended' THEN COALESCE(outcome IN ('entrusted_to_parent_or_guardian', 'majority', 'death', 'emancipation', 'adoption',
          'marriage', 'belgian_or_eea_nationality', 'removal_from_territory', 'disappeared_4_months', 'unlimited_residence', 'found_adult',
          'found_accompanied', 'guardian_resigned', 'other'), false)
      WHEN 'solution' THEN COALESCE(outcome IN ('applied', 'heard', 'extension_asked', 'renewal_asked', 'not_yet_found', 'stay_in_belgium',
          'return_country_of_origin', 'family_reunification_abroad'), false)
      WHEN 'found' THEN COALESCE(outcome IN ('found_safe', 'found_elsewhere_eu', 'found_exploited', 'closed_no_news'), false)
      WHEN 'taken_back' THEN COALESCE(outcome IN ('not_happened', 'wrong_file', 'recorded_twice'), false) ELSE outcome IS NULL END),
  ADD CONSTRAINT guardianship_event_replaces CHECK ((kind <> 'taken_back' OR replaces IS NOT NULL) AND replaces IS DISTINCT FROM id AND concerns IS DISTINCT FROM id),
  ADD CONSTRAINT guardianship_event_tail_mark CHECK (tail_mark IS NULL OR secrecy <> 'sealed' AND (octet_length(tail_mark) IN (0, 32)));
