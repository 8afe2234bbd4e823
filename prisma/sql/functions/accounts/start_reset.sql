-- An admin starts a reset for an active colleague of their organisation, never for themselves: they have their password, or a colleague.
-- An earlier link of this account opens nothing from now on. The same link again is the one that stands already. False:
-- there is no such colleague.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.start_reset(reset uuid, account uuid, link_hash text, until timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin starts a reset' USING ERRCODE = '42501';
  END IF;
  IF account = admin OR NOT EXISTS (SELECT 1 FROM public.staff s JOIN public.credential c ON c.staff_id = s.id
                                     WHERE s.id = account AND s.organisation_id = organisation AND s.active) THEN
    RETURN false;
  END IF;
  UPDATE public.password_reset r SET revoked_at = app.now()
   WHERE r.staff_id = account AND r.token_hash <> link_hash AND r.used_at IS NULL AND r.revoked_at IS NULL;
  INSERT INTO public.password_reset (id, staff_id, token_hash, created_at, expires_at, issued_by)
    VALUES (reset, account, link_hash, app.now(), LEAST(until, app.now() + interval '24 hours'), admin)
    ON CONFLICT (token_hash) DO NOTHING;
  RETURN EXISTS (SELECT 1 FROM public.password_reset r WHERE r.token_hash = link_hash::pg_catalog.bpchar AND r.staff_id = account);
END $$;
GRANT EXECUTE ON FUNCTION app.start_reset(uuid, uuid, text, timestamp with time zone) TO accompany_app;
