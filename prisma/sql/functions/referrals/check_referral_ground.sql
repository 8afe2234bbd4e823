-- By the rights of the writer, as app.consent_gap is.
CREATE OR REPLACE FUNCTION app.check_referral_ground() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE r public.referral; own text;
BEGIN
  SELECT * INTO r FROM public.referral x
   WHERE x.case_id = NEW.case_id AND x.subject_id = NEW.referral_id ORDER BY x.revision DESC LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such referral' USING ERRCODE = '42501';
  END IF;
  IF r.body_slug IS NOT NULL THEN
    PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
    own := app.consent_gap(NEW.case_id, r.person_id, app.referral_purpose(r.kind), 'actor:' || r.body_slug, app.referral_scopes(r.fields));
    IF own IS NULL THEN
      RETURN NEW;
    END IF;
    -- A no to this body stands against a yes to its kind.
    IF own IN ('refused', 'withdrawn') THEN
      RAISE EXCEPTION 'no consent: %', own USING ERRCODE = '23514';
    END IF;
  END IF;
  PERFORM app.require_consent(NEW.case_id, r.person_id, app.referral_purpose(r.kind), app.referral_recipient(r.kind),
    app.referral_scopes(r.fields));
  RETURN NEW;
END $$;
