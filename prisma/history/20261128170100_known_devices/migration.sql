-- A browser from which somebody has signed in completely before gets through a pause that strangers caused by wrong tries
-- (docs/adr/0103). The row binds the hash of the browser's token to an account; the token itself is in the browser alone.

-- CreateTable
CREATE TABLE "known_device" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "staff_id" UUID NOT NULL,
    "device" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "known_device_token_hash_staff_id_key" ON "known_device"("token_hash", "staff_id");

-- CreateIndex
CREATE INDEX "known_device_staff_id_idx" ON "known_device"("staff_id");

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The sign-in path alone knows the browsers; the guard forgets them with the sessions -------------------------------------------

ALTER TABLE public.known_device ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.known_device FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.known_device FROM PUBLIC;
GRANT SELECT ON public.known_device TO accompany_backup;
CREATE POLICY sign_in ON public.known_device FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (token_hash, last_used_at), DELETE ON public.known_device TO accompany_auth;
CREATE POLICY guards ON public.known_device FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON public.known_device TO accompany_guard;

CREATE OR REPLACE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('known_device', 'changes at each sign-in, ends by itself'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('name_word', 'made from names, which are watched'),
         ('notice', 'a kind and a file'), ('twin_check', 'who is still to be compared'),
         ('likely_pair', 'found by the machine from rows that are watched'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;

SET ROLE accompany_guard;

-- Ends the sessions of an account but for one: one's own, or as admin those of a colleague. Its browsers are strangers again.
CREATE OR REPLACE FUNCTION app.end_sessions(account uuid, spared uuid) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE ended integer;
BEGIN
  DELETE FROM public.known_device d USING app.live_session() a, public.staff st
   WHERE d.staff_id = account AND st.id = account
     AND (st.id = a.staff_id OR (a.role = 'admin' AND st.organisation_id = a.organisation_id));
  UPDATE public.session s SET revoked_at = app.now()
    FROM app.live_session() a, public.staff st
   WHERE s.staff_id = account AND st.id = account AND s.revoked_at IS NULL AND s.id IS DISTINCT FROM spared
     AND (st.id = a.staff_id OR (a.role = 'admin' AND st.organisation_id = a.organisation_id));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- 2. Ten or more refused tries at one account within a day: the colleague and the admins are told, once a day. Read from the audit
--    log by a job, so that no answer at the sign-in takes longer for an address that has an account.

CREATE FUNCTION app.tell_wrong_tries() RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH tried AS (
    SELECT st.id, st.organisation_id
      FROM (SELECT (e.detail ->> 'staffId')::uuid AS staff_id
              FROM public.audit_event e
             WHERE e.event = 'session.refused' AND e.at > app.now() - interval '24 hours' AND e.detail ->> 'staffId' IS NOT NULL
             GROUP BY 1 HAVING pg_catalog.count(*) >= 10) t
      JOIN public.staff st ON st.id = t.staff_id AND st.active
  ), told AS (
    INSERT INTO public.notice (staff_id, kind)
    SELECT t.id, 'sign_in_tried' FROM tried t
    UNION
    SELECT admin.id, 'colleague_tried' FROM tried t
      JOIN public.staff admin ON admin.organisation_id = t.organisation_id AND admin.role = 'admin' AND admin.active AND admin.id <> t.id
    EXCEPT
    SELECT n.staff_id, n.kind FROM public.notice n
     WHERE n.kind IN ('sign_in_tried', 'colleague_tried') AND n.created_at > app.now() - interval '24 hours'
    RETURNING 1)
  SELECT pg_catalog.count(*)::int FROM told
$$;
REVOKE ALL ON FUNCTION app.tell_wrong_tries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_wrong_tries() TO accompany_job;
RESET ROLE;

-- 2b. Which accounts an admin should ask about: as many refused tries within a day. Ids of her own organisation alone.
SET ROLE accompany_guard;
CREATE FUNCTION app.tried_accounts() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT st.id FROM app.live_session() a
    JOIN public.staff st ON st.organisation_id = a.organisation_id
   WHERE a.role = 'admin'
     AND 10 <= (SELECT pg_catalog.count(*) FROM public.audit_event e
                 WHERE e.event = 'session.refused' AND e.at > app.now() - interval '24 hours' AND e.detail ->> 'staffId' = st.id::text)
$$;
REVOKE ALL ON FUNCTION app.tried_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tried_accounts() TO accompany_app;
RESET ROLE;

-- The job reads a day of refusals, not the whole log.
CREATE INDEX "audit_event_refused_idx" ON "audit_event"("at") WHERE event = 'session.refused';

-- 3. One address may have an account in each organisation of a database: an invitation that was refused for an address of another
--    organisation told its admin that the address has an account there. Within one organisation an address has one account.

-- DropIndex
DROP INDEX "credential_email_key";

-- CreateIndex
CREATE INDEX "credential_email_idx" ON "credential"("email");

-- In the rights of the sign-in path, which reads both tables.
CREATE FUNCTION app.one_account_each() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('accompany.address:' || NEW.email, 0));
  IF EXISTS (SELECT FROM public.credential c JOIN public.staff s ON s.id = c.staff_id JOIN public.staff mine ON mine.id = NEW.staff_id
              WHERE c.email = NEW.email AND c.staff_id <> NEW.staff_id AND s.organisation_id = mine.organisation_id) THEN
    RAISE EXCEPTION 'this address has an account in this organisation' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.one_account_each() FROM PUBLIC;
CREATE TRIGGER one_account_each BEFORE INSERT OR UPDATE OF email ON public.credential
  FOR EACH ROW EXECUTE FUNCTION app.one_account_each();
