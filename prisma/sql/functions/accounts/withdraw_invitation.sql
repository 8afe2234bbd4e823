-- False: it was used, withdrawn, or is not of this organisation.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.withdraw_invitation(invitation uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.invitation i SET revoked_at = app.now()
    FROM app.live_session() a
   WHERE i.id = withdraw_invitation.invitation AND i.used_at IS NULL AND i.revoked_at IS NULL
     AND a.role = 'admin' AND i.organisation_id = a.organisation_id;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.withdraw_invitation(uuid) TO accompany_app;
