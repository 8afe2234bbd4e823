-- The encrypted sheet behind a link, for anyone who brings what its secret and its code give together. No row: no such link, closed,
-- over, opened as often as it may be, a wrong code, a closed file, a consent that covers it no more; no one can tell which.
-- Opening and its line in the audit log are one: what cannot be written is not handed out.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.open_share(link text, code bytea)
  RETURNS TABLE (share_id uuid, sheet bytea, opening int, openings int, until timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  s record;
  used int;
BEGIN
  -- Two who open at once follow one another, and anyone who closes the link is waited for.
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
  -- As app.notify: not anyone who can no longer open the file, and an unread line stands for both.
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT s.created_by, 'share_opened', s.case_id
   WHERE app.reaches(s.created_by, s.case_id)
     AND NOT EXISTS (SELECT 1 FROM public.notice n
                      WHERE n.staff_id = s.created_by AND n.kind = 'share_opened' AND n.case_id = s.case_id AND n.read_at IS NULL);
  RETURN QUERY SELECT s.id, s.sheet_cipher, used + 1, s.max_openings, s.expires_at;
END $$;
GRANT EXECUTE ON FUNCTION app.open_share(text, bytea) TO accompany_share;
