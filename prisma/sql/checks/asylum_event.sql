ALTER TABLE public.asylum_event
  ADD CONSTRAINT asylum_event_concerns CHECK ((kind IN ('appeal', 'judgment', 'dublin_extended', 'order_extended', 'order_withdrawn', 'labour_court')) = (concerns IS NOT NULL)),
  ADD CONSTRAINT asylum_event_country CHECK (country IS NULL OR country ~ '^[A-Z]{2}$'
      AND (kind IN ('selected', 'departed', 'dublin_requested', 'dublin_accepted', 'dublin_refused', 'dublin_transferred'))),
  ADD CONSTRAINT asylum_event_form CHECK (CASE kind WHEN 'interview' THEN COALESCE(form IN ('io', 'cgrs', 'call'), false)
      WHEN 'appeal' THEN COALESCE(form IN ('full', 'annulment', 'urgent', 'cassation'), false) ELSE form IS NULL END),
  ADD CONSTRAINT asylum_event_ground CHECK (ground IS NULL OR kind = 'cgrs_decision' AND outcome = 'inadmissible'
      AND (ground IN ('first_country', 'safe_third_country', 'protected_in_eu', 'eu_national', 'no_new_elements', 'dependent_minor'))),
  ADD CONSTRAINT asylum_event_kind CHECK (kind IN ('selected', 'departed', 'arrived', 'welcomed', 'housed', 'made', 'registered', 'lodged', 'municipality', 'dublin_requested', 'dublin_accepted', 'dublin_refused',
        'dublin_extended', 'dublin_transferred', 'dublin_taken', 'received_cgrs', 'interview', 'notes_requested', 'notes_received',
        'notes_remarked', 'admitted', 'cgrs_decision', 'io_decision', 'order_to_leave', 'order_extended', 'order_withdrawn', 'appeal',
        'judgment', 'family_applied', 'fedasil_decision', 'labour_court', 'withdrawn', 'taken_back')),
  ADD CONSTRAINT asylum_event_letter CHECK ((letter_amount IS NULL) = (letter_unit IS NULL) AND (letter_on IS NULL OR letter_amount IS NULL)
      AND COALESCE(letter_unit IN ('calendar_day', 'working_day', 'week', 'month'), true)),
  ADD CONSTRAINT asylum_event_notification CHECK (notification IS NULL
      OR (notification IN ('hand_delivery', 'registered_ack', 'registered_post', 'ordinary_post', 'email_lawyer', 'municipality',
          'closed_centre', 'deemed'))),
  ADD CONSTRAINT asylum_event_notified CHECK ((kind IN ('cgrs_decision', 'io_decision', 'order_to_leave', 'order_extended', 'judgment', 'fedasil_decision'))
      OR notified_on IS NULL AND notification IS NULL AND letter_on IS NULL AND letter_amount IS NULL),
  ADD CONSTRAINT asylum_event_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT asylum_event_outcome CHECK (CASE kind
      WHEN 'cgrs_decision' THEN COALESCE(outcome IN ('refugee_status', 'subsidiary_protection', 'refused', 'manifestly_unfounded',
          'inadmissible', 'admissible', 'further_investigation', 'terminated', 'excluded', 'ceased', 'withdrawn_status'), false)
      WHEN 'io_decision' THEN COALESCE(outcome IN ('dublin_transfer', 'entry_refused', 'stay_refused', 'other_decision'), false)
      WHEN 'judgment' THEN COALESCE(outcome IN ('confirmed', 'reformed_refugee', 'reformed_subsidiary', 'annulled_referred_back', 'annulled',
          'rejected_inadmissible', 'rejected_no_interest', 'suspended'), false)
      WHEN 'interview' THEN COALESCE(outcome IN ('planned', 'held', 'postponed', 'missed', 'missed_justified'), false)
      WHEN 'dublin_accepted' THEN COALESCE(outcome IN ('accepted_in_words', 'accepted_by_silence'), false)
      WHEN 'dublin_extended' THEN COALESCE(outcome IN ('imprisoned', 'absconded'), false)
      WHEN 'withdrawn' THEN COALESCE(outcome IN ('said_so', 'treated_as_withdrawn'), false)
      WHEN 'taken_back' THEN COALESCE(outcome IN ('not_happened', 'wrong_file', 'recorded_twice'), false) ELSE outcome IS NULL END),
  ADD CONSTRAINT asylum_event_replaces CHECK ((kind <> 'taken_back' OR replaces IS NOT NULL) AND replaces IS DISTINCT FROM id AND concerns IS DISTINCT FROM id),
  ADD CONSTRAINT asylum_event_suspensive CHECK (suspensive IS NULL OR kind = 'appeal' AND (suspensive IN ('automatic', 'none', 'conditional', 'unknown')));
