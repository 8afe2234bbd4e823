-- Standard values that are never hidden, because a rule, a danger or a duty starts from them (lib/lists/list.rules.ts says the same).
CREATE OR REPLACE FUNCTION app.is_pinned(list text, code text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN list IN ('concern_type', 'closure_reason')
      OR (list = 'encounter_topic' AND code IN ('asylum_procedure', 'removal', 'legal_aid', 'health'))
      OR (list = 'encounter_request' AND code IN ('contact_lawyer', 'explain_decision', 'medical_care'))
      OR (list = 'action_type' AND code IN ('listened', 'lawyer_contacted'));
GRANT EXECUTE ON FUNCTION app.is_pinned(text, text) TO accompany_guard;
