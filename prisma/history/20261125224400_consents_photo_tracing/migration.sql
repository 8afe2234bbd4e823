-- A photo is kept, and a body that looks for families is told, only on a consent for exactly that (docs/adr/0048).

-- 1. Photos among the papers ------------------------------------------------------------------------------------------
-- Of everybody whom the file is about: somebody of them stands on it, or beside it. To whom it may be shown, the consent says; that
-- it may be taken is said by any that holds. By the rights of the writer, as app.consent_gap is.

CREATE FUNCTION app.check_photo_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  somebody uuid;
  people int := 0;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
  FOR somebody IN SELECT cp.person_id FROM public.case_person cp
                   WHERE cp.case_id = NEW.case_id AND cp.role = 'principal' AND cp.until IS NULL ORDER BY 1 LOOP
    people := people + 1;
    IF NOT EXISTS (
      SELECT FROM public.consent c
       WHERE c.case_id = NEW.case_id AND c.person_id = somebody AND c.purpose = 'photo'
         AND app.consent_gap(NEW.case_id, somebody, 'photo',
               CASE WHEN c.recipient = 'named' THEN 'named:' || c.id ELSE c.recipient END, ARRAY['identity']) IS NULL) THEN
      RAISE EXCEPTION 'no consent to a photo' USING ERRCODE = '23514';
    END IF;
  END LOOP;
  IF people = 0 THEN
    RAISE EXCEPTION 'nobody in the file could agree to a photo' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.check_photo_consent() FROM PUBLIC;
CREATE TRIGGER check_photo_consent BEFORE INSERT ON public.attachment
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND NEW.kind = 'photo') EXECUTE FUNCTION app.check_photo_consent();

-- 2. Referrals to who looks for families --------------------------------------------------------------------------------

ALTER TABLE public.referral DROP CONSTRAINT referral_kind;
ALTER TABLE public.referral ADD CONSTRAINT referral_kind CHECK (kind IN ('specialised_centre', 'child_centre', 'guardianship',
  'child_helpline', 'help_line', 'authority', 'lawyer', 'health', 'shelter', 'tracing', 'social_service', 'organisation', 'other'));

CREATE OR REPLACE FUNCTION app.referral_recipient(kind text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT 'kind:' || CASE kind WHEN 'specialised_centre' THEN 'victim_centre' WHEN 'child_centre' THEN 'victim_centre'
    WHEN 'guardianship' THEN 'guardianship' WHEN 'authority' THEN 'authority' WHEN 'lawyer' THEN 'lawyer'
    WHEN 'health' THEN 'health_care' WHEN 'shelter' THEN 'reception' WHEN 'tracing' THEN 'tracing_service' ELSE 'organisation' END
$$;
-- lib/referrals/ground.rules.ts says the same.
CREATE FUNCTION app.referral_purpose(kind text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$ SELECT CASE kind WHEN 'tracing' THEN 'tracing' ELSE 'referral' END $$;
REVOKE ALL ON FUNCTION app.referral_purpose(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.referral_purpose(text) TO accompany_app, accompany_guard;

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

-- A link asks the same each time it is opened.
CREATE OR REPLACE FUNCTION app.share_gap(in_file uuid, of_referral uuid, of_step uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = ''
AS $$
DECLARE
  whom uuid; body text; what text; which text[]; wrong text; basis text; own text;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || in_file, 0));
  SELECT r.person_id, r.body_slug, r.kind, r.fields, r.mistake INTO whom, body, what, which, wrong
    FROM public.referral r WHERE r.case_id = in_file AND r.subject_id = of_referral ORDER BY r.revision DESC LIMIT 1;
  SELECT s.ground INTO basis
    FROM public.referral_step s
   WHERE s.case_id = in_file AND s.id = of_step AND s.referral_id = of_referral AND s.kind = 'sent'
     AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id);
  IF whom IS NULL OR wrong IS NOT NULL OR basis IS NULL THEN
    RETURN 'taken_back';
  END IF;
  IF basis <> 'consent' THEN
    RETURN NULL;
  END IF;
  IF body IS NOT NULL THEN
    own := app.consent_gap(in_file, whom, app.referral_purpose(what), 'actor:' || body, app.referral_scopes(which));
    IF own IS NULL OR own IN ('refused', 'withdrawn') THEN
      RETURN own;
    END IF;
  END IF;
  RETURN app.consent_gap(in_file, whom, app.referral_purpose(what), app.referral_recipient(what), app.referral_scopes(which));
END $$;
