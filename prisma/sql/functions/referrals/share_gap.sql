-- A link asks the same each time it is opened.
CREATE OR REPLACE FUNCTION app.share_gap(in_file uuid, of_referral uuid, of_step uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = ''
AS $$
DECLARE
  whom uuid; body text; what text; which text[]; wrong text; basis text; sent timestamptz; own text;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || in_file, 0));
  SELECT r.person_id, r.body_slug, r.kind, r.fields, r.mistake INTO whom, body, what, which, wrong
    FROM public.referral r WHERE r.case_id = in_file AND r.subject_id = of_referral ORDER BY r.revision DESC LIMIT 1;
  SELECT s.ground, s.created_at INTO basis, sent
    FROM public.referral_step s
   WHERE s.case_id = in_file AND s.id = of_step AND s.referral_id = of_referral AND s.kind = 'sent'
     AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id);
  IF whom IS NULL OR wrong IS NOT NULL OR basis IS NULL THEN
    RETURN 'taken_back';
  END IF;
  IF basis <> 'consent' THEN
    IF EXISTS (SELECT FROM public.consent c JOIN public.consent_end e ON e.case_id = c.case_id AND e.consent_id = c.id
                WHERE c.case_id = in_file AND c.person_id = whom AND e.kind = 'withdrawn' AND e.created_at >= sent
                  AND c.purpose = app.referral_purpose(what)
                  AND c.recipient IN ('actor:' || body, app.referral_recipient(what))) THEN
      RETURN 'withdrawn';
    END IF;
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
GRANT EXECUTE ON FUNCTION app.share_gap(uuid, uuid, uuid) TO accompany_app, accompany_guard;
