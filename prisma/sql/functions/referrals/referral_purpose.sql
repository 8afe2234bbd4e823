-- lib/referrals/ground.rules.ts says the same.
CREATE OR REPLACE FUNCTION app.referral_purpose(kind text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$ SELECT CASE kind WHEN 'tracing' THEN 'tracing' ELSE 'referral' END $$;
GRANT EXECUTE ON FUNCTION app.referral_purpose(text) TO accompany_app, accompany_guard;
