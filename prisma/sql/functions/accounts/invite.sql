-- Invites into the admin's own organisation, for a day at most. The same link again is the invitation that stands already.
-- Null: the office is not of this organisation.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.invite(invitation uuid, address text, future_role public.role, office uuid, link_hash text, until timestamptz)
  RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin invites' USING ERRCODE = '42501';
  END IF;
  IF office IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.team t WHERE t.id = office AND t.organisation_id = organisation) THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.invitation (id, organisation_id, email, role, team_id, token_hash, created_at, expires_at, invited_by)
    VALUES (invitation, organisation, address, future_role, office, link_hash, app.now(),
            LEAST(until, app.now() + interval '24 hours'), admin)
    ON CONFLICT (token_hash) DO NOTHING;
  RETURN (SELECT i.id FROM public.invitation i WHERE i.token_hash = link_hash::pg_catalog.bpchar AND i.organisation_id = organisation);
END $$;
GRANT EXECUTE ON FUNCTION app.invite(uuid, text, public.role, uuid, text, timestamp with time zone) TO accompany_app;
