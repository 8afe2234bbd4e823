CREATE OR REPLACE FUNCTION app.consent_covers(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = ''
AS $$ SELECT app.consent_gap(in_file, of_person, for_purpose, to_recipient, of_scope) IS NULL $$;
GRANT EXECUTE ON FUNCTION app.consent_covers(uuid, uuid, text, text, text[]) TO accompany_app;
