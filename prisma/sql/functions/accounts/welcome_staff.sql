-- As before, and: the account is as old as it is, and its inviter is the one of an invitation that this transaction has spent.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.welcome_staff() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.invitation i
                  WHERE i.organisation_id = NEW.organisation_id AND i.role = NEW.role
                    AND i.invited_by IS NOT DISTINCT FROM NEW.invited_by
                    AND i.used_at IS NOT NULL AND i.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid) THEN
    RAISE EXCEPTION 'an account comes from an invitation' USING ERRCODE = '42501';
  END IF;
  NEW.created_at := app.now();
  NEW.vouched_by := NULL;
  NEW.vouched_at := CASE WHEN app.has_files(NEW.organisation_id) THEN NULL ELSE app.now() END;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.welcome_staff() TO accompany_owner;
