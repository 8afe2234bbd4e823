ALTER TABLE public.list_value
  ADD CONSTRAINT list_value_list CHECK (list IN ('encounter_topic', 'encounter_request', 'action_type')),
  ADD CONSTRAINT list_value_key CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT list_value_not_itself CHECK (successor_id <> id);
