-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "issued_by" UUID NOT NULL,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_staff_id_idx" ON "password_reset"("staff_id");

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_issued_by_fkey" FOREIGN KEY ("issued_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. A link is written by the guard for an admin, and spent by whoever signs in; the application never sees one ---------

ALTER TABLE public.password_reset ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.password_reset FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.password_reset FROM PUBLIC;
CREATE POLICY guards ON public.password_reset FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.password_reset FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT SELECT (id, staff_id, token_hash, used_at, revoked_at), UPDATE (revoked_at),
  INSERT (id, staff_id, token_hash, created_at, expires_at, issued_by) ON public.password_reset TO accompany_guard;
GRANT SELECT, UPDATE (used_at) ON public.password_reset TO accompany_auth;
GRANT SELECT ON public.password_reset TO accompany_backup;

SET ROLE accompany_guard;

-- An admin starts a reset for an active colleague of her house, never for herself: she has her password, or a colleague.
-- An earlier link of this account opens nothing from now on. The same link again is the one that stands already. False:
-- there is no such colleague.
CREATE FUNCTION app.start_reset(reset uuid, account uuid, link_hash text, until timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin starts a reset' USING ERRCODE = '42501';
  END IF;
  IF account = admin OR NOT EXISTS (SELECT 1 FROM public.staff s JOIN public.credential c ON c.staff_id = s.id
                                     WHERE s.id = account AND s.organisation_id = house AND s.active) THEN
    RETURN false;
  END IF;
  UPDATE public.password_reset r SET revoked_at = app.now()
   WHERE r.staff_id = account AND r.token_hash <> link_hash AND r.used_at IS NULL AND r.revoked_at IS NULL;
  INSERT INTO public.password_reset (id, staff_id, token_hash, created_at, expires_at, issued_by)
    VALUES (reset, account, link_hash, app.now(), LEAST(until, app.now() + interval '24 hours'), admin)
    ON CONFLICT (token_hash) DO NOTHING;
  RETURN EXISTS (SELECT 1 FROM public.password_reset r WHERE r.token_hash = link_hash AND r.staff_id = account);
END $$;

REVOKE ALL ON FUNCTION app.start_reset(uuid, uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.start_reset(uuid, uuid, text, timestamptz) TO accompany_app;
RESET ROLE;

-- 2. Nobody accredits herself -------------------------------------------------------------------------------------------
-- A badge says that somebody else has checked it: two pairs of eyes, also for a coordinator in the teams she leads.

DROP POLICY set ON public.accreditation;
DROP POLICY change ON public.accreditation;
CREATE POLICY set ON public.accreditation FOR INSERT TO accompany_app
  WITH CHECK (staff_id <> (SELECT app.actor_id()) AND staff_id IN (SELECT s.id FROM public.staff s)
              AND ((SELECT app.actor_role()) = 'admin'
                   OR staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[]))));
CREATE POLICY change ON public.accreditation FOR UPDATE TO accompany_app
  USING (staff_id <> (SELECT app.actor_id()) AND staff_id IN (SELECT s.id FROM public.staff s)
         AND ((SELECT app.actor_role()) = 'admin'
              OR staff_id IN (SELECT m.staff_id FROM public.team_member m WHERE m.team_id = ANY ((SELECT app.led_teams())::uuid[]))));

-- 3. A function that everybody may call is one that nobody has thought about: the check of a date is called by those who
-- write one.

REVOKE ALL ON FUNCTION app.is_when(text, date, date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_when(text, date, date, text, text) TO accompany_app, accompany_auth, accompany_job, accompany_guard;
