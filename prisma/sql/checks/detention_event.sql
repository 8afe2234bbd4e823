ALTER TABLE public.detention_event
  ADD CONSTRAINT detention_event_channel CHECK (channel IN ('centre_director', 'complaints_commission', 'federal_ombudsman', 'myria', 'children_rights_commissioner', 'committee_p',
        'prosecutor', 'cpt', 'aig')),
  ADD CONSTRAINT detention_event_court CHECK (court IN ('council_chamber', 'indictment_chamber', 'court_of_cassation')),
  ADD CONSTRAINT detention_event_day CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT detention_event_destination CHECK (destination IS NULL OR destination ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT detention_event_end_reason CHECK (end_reason IN ('released_io', 'released_council_chamber', 'released_no_decision_in_time', 'released_max_term', 'removed',
        'dublin_transferred', 'voluntary_departure', 'admitted_territory', 'protection_granted', 'transferred_prison',
        'transferred_hospital', 'identified_minor', 'thb_victim', 'escaped', 'deceased', 'unknown')),
  ADD CONSTRAINT detention_event_escort CHECK (escort IN ('none', 'to_the_door', 'escorted', 'secured_flight', 'not_known')),
  ADD CONSTRAINT detention_event_facts CHECK (told_to IS NOT NULL AND array_position(told_to, NULL) IS NULL AND CASE
      WHEN 
          withdrawn_because IS NOT NULL THEN num_nonnulls(phase, heard_on, force, injuries, isolation_regime, doctor_daily, carrier_cipher) = 0
      AND cardinality(told_to) = 0
      ELSE (phase IS NULL OR kind = 'ordered' AND (ground IN ('art_51_5', 'art_51_5_1')) AND (phase IN ('determination', 'transfer')))
      AND (heard_on IS NULL OR (kind IN ('petition_filed', 'petition_decided')))
      AND (carrier_cipher IS NULL OR (kind IN ('removal_planned', 'removal_ended')))
      AND (num_nonnulls(force, injuries) = 0 OR kind = 'removal_ended') AND COALESCE(force IN ('yes', 'no', 'not_known'), true)
      AND COALESCE(injuries IN ('yes', 'no', 'not_known'), true)
      AND (num_nonnulls(isolation_regime, doctor_daily) = 0 AND cardinality(told_to) = 0 OR kind = 'isolation_began')
      AND COALESCE(isolation_regime IN ('isolation_cell', 'own_room', 'medical_room', 'special_regime', 'not_known'), true)
      AND COALESCE(doctor_daily IN ('yes', 'no', 'not_known'), true)
      AND told_to <@ ARRAY['lawyer', 'family', 'doctor', 'us', 'nobody'] END),
  ADD CONSTRAINT detention_event_ground CHECK (ground IN ('art_7', 'art_8bis', 'art_27', 'art_29', 'art_51_5', 'art_51_5_1', 'art_74_5', 'art_74_6', 'art_57_32', 'art_54',
        'other')),
  ADD CONSTRAINT detention_event_hour CHECK (at IS NULL OR at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT detention_event_isolation_ground CHECK (isolation_ground IN ('disciplinary', 'order_security', 'medical', 'before_removal', 'own_request', 'unknown')),
  ADD CONSTRAINT detention_event_kind CHECK (kind IN ('ordered', 'suspended', 'resumed', 'petition_filed', 'petition_decided', 'referral_seen', 'removal_planned',
        'removal_ended', 'isolation_began', 'isolation_ended', 'hunger_strike_began', 'hunger_strike_ended', 'incident', 'complaint_filed',
        'complaint_answered', 'ended')),
  ADD CONSTRAINT detention_event_order_kind CHECK (order_kind IN ('initial', 'extension', 'new_after_refusal', 'new_after_admission')),
  ADD CONSTRAINT detention_event_petition_outcome CHECK (petition_outcome IN ('released', 'rejected', 'inadmissible', 'without_object', 'no_decision_in_time')),
  ADD CONSTRAINT detention_event_removal_kind CHECK (removal_kind IN ('refoulement', 'repatriation', 'dublin_transfer', 'voluntary_from_detention', 'readmission')),
  ADD CONSTRAINT detention_event_removal_outcome CHECK (removal_outcome IN ('executed', 'refused_by_person', 'refused_by_captain', 'cancelled_authority', 'cancelled_documents', 'suspended_court',
        'medical', 'released_before', 'unknown')),
  ADD CONSTRAINT detention_event_says CHECK (CASE
      WHEN 
          withdrawn_because IS NOT NULL THEN num_nonnulls(on_when, at, order_kind, ground, printed_end, court, petition_outcome, removal_kind, removal_outcome, destination, escort, isolation_ground, channel, end_reason) = 0
      AND NOT by_minister AND NOT public_order ELSE (kind = 'ordered') = (order_kind IS NOT NULL)
      AND (kind = 'ordered') = (ground IS NOT NULL) AND (kind = 'ordered' OR printed_end IS NULL AND NOT by_minister AND NOT public_order)
      AND (kind IN ('petition_filed', 'petition_decided')) = (court IS NOT NULL)
      AND (kind = 'petition_decided') = (petition_outcome IS NOT NULL) AND (kind = 'removal_ended') = (removal_outcome IS NOT NULL)
      AND (kind <> 'removal_planned' OR removal_kind IS NOT NULL)
      AND ((kind IN ('removal_planned', 'removal_ended')) OR num_nonnulls(removal_kind, destination, escort) = 0)
      AND (kind = 'isolation_began') = (isolation_ground IS NOT NULL) AND (kind <> 'complaint_filed' OR channel IS NOT NULL)
      AND ((kind IN ('complaint_filed', 'complaint_answered')) OR channel IS NULL) AND (kind = 'ended') = (end_reason IS NOT NULL)
      AND (kind <> 'ended' OR on_from IS NOT NULL AND on_from = on_to) END),
  ADD CONSTRAINT detention_event_served CHECK (served_on IS NULL OR kind = 'petition_decided' AND withdrawn_because IS NULL),
  ADD CONSTRAINT detention_event_withdrawn CHECK ((withdrawn_because IS NULL OR replaces IS NOT NULL) AND COALESCE(withdrawn_because IN ('same_as', 'mistake', 'other_person'), true)
      AND (same_as IS NOT NULL) = COALESCE(withdrawn_because = 'same_as', false));
