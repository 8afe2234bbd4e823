-- Whoever works here before this change is known: a default fills the rows that stand, because row-level security lets no
-- migration write them, and goes again, because a new account is known to nobody.
-- AlterTable
ALTER TABLE "staff" ADD COLUMN "vouched_at" TIMESTAMPTZ(3) DEFAULT app.now(),
ADD COLUMN "vouched_by" UUID;
ALTER TABLE "staff" ALTER COLUMN "vouched_at" DROP DEFAULT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_vouched_by_fkey" FOREIGN KEY ("vouched_by") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An admin makes accounts and links for new passwords. Either would let one person in who then reads files, so an account
-- of a role that reads opens nothing until a coordinator has said whose it is (docs/adr/0036).

GRANT UPDATE (vouched_at, vouched_by) ON public.staff TO accompany_guard;
GRANT SELECT (totp_enrolled_at) ON public.credential TO accompany_guard;

SET ROLE accompany_guard;

-- The live session of this transaction: not revoked, not expired, not idle, second step done where it is owed, of an account
-- that somebody vouched for.
CREATE OR REPLACE FUNCTION app.live_session()
  RETURNS TABLE (session_id uuid, staff_id uuid, role public.role, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.id, st.id, st.role, st.organisation_id
    FROM public.session s
    JOIN public.staff st ON st.id = s.staff_id
   WHERE s.token_hash = pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
           NULLIF(pg_catalog.current_setting('app.token', true), ''), 'UTF8')), 'hex')
     AND s.revoked_at IS NULL
     AND s.expires_at > app.now()
     AND s.last_seen_at > app.now() - app.idle_limit(st.role)
     AND (s.second_step_at IS NOT NULL OR NOT (s.second_step_due OR st.role IN ('coordinator', 'admin')))
     AND st.active
     AND (st.role = 'admin' OR st.vouched_at IS NOT NULL)
$$;

-- A coordinator says whose account it is; nobody says it of herself. False: nobody of her house waits under this id.
CREATE FUNCTION app.vouch(account uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  coordinator uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, coordinator FROM app.live_session() a WHERE a.role = 'coordinator';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only a coordinator vouches' USING ERRCODE = '42501';
  END IF;
  UPDATE public.staff s SET vouched_at = app.now(), vouched_by = coordinator
   WHERE s.id = account AND s.id <> coordinator AND s.organisation_id = house AND s.active
     AND s.role <> 'admin' AND s.vouched_at IS NULL;
  RETURN FOUND;
END $$;

-- The house opens without anybody who could vouch. As long as it holds no file there is nothing to read, and whoever
-- accepts an invitation then is known; from the first file on, nobody is.
CREATE FUNCTION app.welcome_staff() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  NEW.vouched_by := NULL;
  NEW.vouched_at := CASE WHEN EXISTS (SELECT 1 FROM public.case_file f JOIN public.team t ON t.id = f.team_id
                                       WHERE t.organisation_id = NEW.organisation_id)
                         THEN NULL ELSE app.now() END;
  RETURN NEW;
END $$;

-- A password that came by a link proves the link. Where no second step stands behind it, somebody vouches anew.
CREATE FUNCTION app.doubt_after_reset() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.staff s SET vouched_at = NULL, vouched_by = NULL
   WHERE s.id = NEW.staff_id
     AND NOT EXISTS (SELECT 1 FROM public.credential c WHERE c.staff_id = s.id AND c.totp_enrolled_at IS NOT NULL);
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION app.vouch(uuid), app.welcome_staff(), app.doubt_after_reset() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.vouch(uuid) TO accompany_app;
GRANT EXECUTE ON FUNCTION app.welcome_staff(), app.doubt_after_reset() TO accompany_owner;
RESET ROLE;

CREATE TRIGGER welcome_staff BEFORE INSERT ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_auth') EXECUTE FUNCTION app.welcome_staff();
CREATE TRIGGER doubt_after_reset AFTER UPDATE OF used_at ON public.password_reset
  FOR EACH ROW WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION app.doubt_after_reset();

-- An admin who becomes a colleague of another role is a new pair of eyes, whatever she was before.
CREATE FUNCTION app.doubt_new_role() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.vouched_at := NULL;
  NEW.vouched_by := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER doubt_new_role BEFORE UPDATE OF role ON public.staff
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND OLD.role = 'admin' AND NEW.role <> 'admin')
  EXECUTE FUNCTION app.doubt_new_role();
