-- For the triggers of what leaves the organisation: waits for a no that is being written, then refuses what is not covered.
CREATE OR REPLACE FUNCTION app.require_consent(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE gap text;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || in_file, 0));
  gap := app.consent_gap(in_file, of_person, for_purpose, to_recipient, of_scope);
  IF gap IS NOT NULL THEN
    RAISE EXCEPTION 'no consent: %', gap USING ERRCODE = '23514';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION app.require_consent(uuid, uuid, text, text, text[]) TO accompany_app;
