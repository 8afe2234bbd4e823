ALTER TABLE public.list_shown
  ADD CONSTRAINT list_shown_list CHECK (list IN ('encounter_topic', 'encounter_request', 'action_type', 'monitoring_theme', 'concern_type', 'closure_reason'));
