-- To whom a link leads and in which language it opens. No row: no such link, revoked or over; no one can tell which. It counts nothing.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.incoming_form(link text) RETURNS TABLE (locale text, organisation text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT l.locale, o.name
    FROM public.incoming_link l JOIN public.organisation o ON o.id = l.organisation_id
   WHERE l.link_hash = link AND l.revoked_at IS NULL AND l.expires_at > app.now()
$$;
GRANT EXECUTE ON FUNCTION app.incoming_form(text) TO accompany_share;
