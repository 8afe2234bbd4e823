-- Takes what came by the link of a partner: encrypted already, with a key that the one who typed it cannot read again. No row: no such link,
-- revoked or over. No receipt: as many came in twenty-four hours as may come. The same form sent twice comes once, and has one receipt.
-- The row, its key, its line in the audit log and the notices to those who lead the office are one.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.take_incoming(link text, request uuid, new_id uuid, how_urgent text, content bytea, new_receipt text,
    key_id uuid, key_kid text, key_wrapped bytea)
  RETURNS TABLE (receipt text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  l record;
  earlier text;
BEGIN
  -- Two who send at once follow one another, and anyone who revokes the link is waited for.
  SELECT x.id, x.team_id, x.a_day INTO l FROM public.incoming_link x
   WHERE x.link_hash = link AND x.revoked_at IS NULL AND x.expires_at > app.now() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT r.receipt INTO earlier FROM public.incoming_referral r WHERE r.link_id = l.id AND r.request_id = request;
  IF FOUND THEN
    RETURN QUERY SELECT earlier;
    RETURN;
  END IF;
  IF (SELECT pg_catalog.count(*) FROM public.incoming_referral r
       WHERE r.link_id = l.id AND r.arrived_at > app.now() - interval '24 hours') >= l.a_day THEN
    RETURN QUERY SELECT NULL::text;
    RETURN;
  END IF;
  INSERT INTO public.wrapped_key (id, holder_kind, holder_id, kid, wrapped) VALUES (key_id, 'incoming', new_id, key_kid, key_wrapped);
  INSERT INTO public.incoming_referral (id, link_id, request_id, team_id, urgency, receipt, content_cipher)
  VALUES (new_id, l.id, request, l.team_id, how_urgent, new_receipt, content);
  UPDATE public.incoming_link x SET came = x.came + 1, last_used_at = app.now() WHERE x.id = l.id;
  INSERT INTO public.audit_event (event, detail)
  VALUES ('incoming.came', pg_catalog.jsonb_build_object('incomingId', new_id, 'linkId', l.id));
  -- As app.notify: an unread line stands for both.
  INSERT INTO public.notice (staff_id, kind)
  SELECT s.id, CASE WHEN how_urgent = 'now' THEN 'incoming_urgent' ELSE 'incoming_came' END
    FROM public.team_member m JOIN public.staff s ON s.id = m.staff_id
   WHERE m.team_id = l.team_id AND m.leads AND s.active AND s.role = 'coordinator'
     AND NOT EXISTS (SELECT 1 FROM public.notice n
                      WHERE n.staff_id = s.id AND n.read_at IS NULL
                        AND n.kind = CASE WHEN how_urgent = 'now' THEN 'incoming_urgent' ELSE 'incoming_came' END);
  RETURN QUERY SELECT new_receipt;
END $$;
GRANT EXECUTE ON FUNCTION app.take_incoming(text, uuid, uuid, text, bytea, text, uuid, text, bytea) TO accompany_share;
