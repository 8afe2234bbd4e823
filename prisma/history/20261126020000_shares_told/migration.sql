-- 1. Whoever made a link is told that it was opened: a kind and a file, as always ---------------------------------------------------

GRANT SELECT (created_by) ON public.referral_share TO accompany_guard;
GRANT SELECT (created_at) ON public.referral_step TO accompany_guard;

SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.open_share(link text, code bytea)
  RETURNS TABLE (share_id uuid, sheet bytea, opening int, openings int, until timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  s record;
  used int;
BEGIN
  -- Two who open at once follow one another, and whoever closes the link is waited for.
  SELECT x.id, x.case_id, x.referral_id, x.step_id, x.code_check, x.sheet_cipher, x.max_openings, x.expires_at, x.created_by INTO s
    FROM public.referral_share x
   WHERE x.link_hash = link AND x.revoked_at IS NULL AND x.expires_at > app.now() AND x.tries < 5
     FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF s.code_check IS DISTINCT FROM code THEN
    UPDATE public.referral_share x SET tries = x.tries + 1 WHERE x.id = s.id;
    INSERT INTO public.audit_event (event, case_id, detail)
    VALUES ('share.missed', s.case_id, pg_catalog.jsonb_build_object('shareId', s.id));
    RETURN;
  END IF;
  SELECT pg_catalog.count(*) INTO used FROM public.share_opening o WHERE o.share_id = s.id;
  IF used >= s.max_openings
     OR NOT EXISTS (SELECT FROM public.case_file f WHERE f.id = s.case_id AND NOT app.is_over(f.status))
     OR app.share_gap(s.case_id, s.referral_id, s.step_id) IS NOT NULL THEN
    RETURN;
  END IF;
  INSERT INTO public.share_opening (case_id, share_id) VALUES (s.case_id, s.id);
  INSERT INTO public.audit_event (event, case_id, detail)
  VALUES ('share.opened', s.case_id, pg_catalog.jsonb_build_object('shareId', s.id));
  -- As app.notify: not whoever can no longer open the file, and an unread line stands for both.
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT s.created_by, 'share_opened', s.case_id
   WHERE app.reaches(s.created_by, s.case_id)
     AND NOT EXISTS (SELECT 1 FROM public.notice n
                      WHERE n.staff_id = s.created_by AND n.kind = 'share_opened' AND n.case_id = s.case_id AND n.read_at IS NULL);
  RETURN QUERY SELECT s.id, s.sheet_cipher, used + 1, s.max_openings, s.expires_at;
END $$;
RESET ROLE;

-- 2. A consent that she takes back after a sheet was sent closes its links, on whatever ground it was sent ----------------------------
-- Before the sheet was sent it stops nothing: somebody in danger is referred all the same, and the ground says why.

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

-- 3. Words of names are made from names, which are watched (docs/adr/0049) -----------------------------------------------------------

CREATE OR REPLACE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('name_word', 'made from names, which are watched'),
         ('notice', 'a kind and a file'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;
