CREATE OR REPLACE FUNCTION app.referral_recipient(kind text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT 'kind:' || CASE kind WHEN 'specialised_centre' THEN 'victim_centre' WHEN 'child_centre' THEN 'victim_centre'
    WHEN 'guardianship' THEN 'guardianship' WHEN 'authority' THEN 'authority' WHEN 'lawyer' THEN 'lawyer'
    WHEN 'health' THEN 'health_care' WHEN 'shelter' THEN 'reception' WHEN 'tracing' THEN 'tracing_service' ELSE 'organisation' END
$$;
GRANT EXECUTE ON FUNCTION app.referral_recipient(text) TO accompany_app, accompany_guard;
