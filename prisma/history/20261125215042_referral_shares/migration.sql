-- CreateTable
CREATE TABLE "referral_share" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "link_hash" TEXT NOT NULL,
    "code_check" BYTEA NOT NULL,
    "sheet_cipher" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "max_openings" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "referral_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_opening" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "share_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "referral_share_link_hash_key" ON "referral_share"("link_hash");

-- CreateIndex
CREATE INDEX "referral_share_referral_id_idx" ON "referral_share"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_share_id_case_id_key" ON "referral_share"("id", "case_id");

-- CreateIndex
CREATE INDEX "share_opening_share_id_idx" ON "share_opening"("share_id");

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_step_id_case_id_fkey" FOREIGN KEY ("step_id", "case_id") REFERENCES "referral_step"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_revoked_by_fkey" FOREIGN KEY ("revoked_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_opening" ADD CONSTRAINT "share_opening_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_opening" ADD CONSTRAINT "share_opening_share_id_case_id_fkey" FOREIGN KEY ("share_id", "case_id") REFERENCES "referral_share"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- 1. The words the code decides by --------------------------------------------------------------------------------------

ALTER TABLE public.referral_step DROP CONSTRAINT referral_step_way;
ALTER TABLE public.referral_step ADD CONSTRAINT referral_step_way
  CHECK (COALESCE(way IN ('phone', 'in_person', 'secure_mail', 'post', 'handed_over', 'link', 'other'), true));
ALTER TABLE public.referral_share
  ADD CONSTRAINT referral_share_link CHECK (link_hash ~ '^[0-9a-f]{64}$' AND pg_catalog.octet_length(code_check) = 32),
  ADD CONSTRAINT referral_share_lasts CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 days'),
  ADD CONSTRAINT referral_share_openings CHECK (max_openings BETWEEN 1 AND 10),
  ADD CONSTRAINT referral_share_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL));

-- 2. Files' tables ------------------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_share', 'share_opening'] LOOP
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    EXECUTE pg_catalog.format('CREATE POLICY among_colleagues ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app
      USING ((SELECT app.worker_id()) IS NOT NULL)', t);
  END LOOP;
END $$;
CREATE POLICY signed ON public.referral_share AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
-- Once it is made the application reads neither the sheet nor what opens it: only how it stands.
GRANT SELECT (id, case_id, referral_id, step_id, expires_at, max_openings, tries, revoked_at, revoked_by, created_by, created_at,
  team_id, secrecy), INSERT, UPDATE (revoked_at, revoked_by) ON public.referral_share TO accompany_app;
GRANT SELECT ON public.share_opening TO accompany_app;

-- 3. Whether a referral may leave, at this second -----------------------------------------------------------------------

-- As before (20261125183022_consents), and by the names of its columns, so that the guard may ask without reading a cipher.
CREATE OR REPLACE FUNCTION app.consent_gap(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH standing AS (
    SELECT c.id, c.answer, c.scopes, c.asked_on, c.created_at, c.expires_at, c.is_minor, c.given_by, c.child_view,
           w.ended_on, w.created_at AS withdrawn_at
      FROM public.consent c
      LEFT JOIN public.consent_end w ON w.case_id = c.case_id AND w.consent_id = c.id AND w.kind = 'withdrawn'
     WHERE c.case_id = in_file AND c.person_id = of_person AND c.purpose = for_purpose
       AND CASE WHEN c.recipient = 'named' THEN to_recipient = 'named:' || c.id ELSE c.recipient = to_recipient END
       AND NOT EXISTS (SELECT FROM public.consent_end m
                        WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), no AS (
    SELECT s.id, s.asked_on AS said_on, s.created_at AS written_at, s.scopes, 'refused' AS what FROM standing s WHERE s.answer = 'refused'
    UNION ALL
    SELECT s.id, s.ended_on, s.withdrawn_at, s.scopes, 'withdrawn' FROM standing s WHERE s.withdrawn_at IS NOT NULL
  ), verdicts AS (
    SELECT s.asked_on, s.created_at, s.id, CASE
        WHEN s.answer <> 'given' THEN s.answer
        WHEN s.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN later.what IS NOT NULL THEN later.what
        WHEN s.expires_at <= app.now() THEN 'expired'
        WHEN s.is_minor AND s.given_by NOT IN ('guardian', 'parent') THEN 'guardian'
        WHEN s.is_minor AND s.child_view NOT IN ('agrees', 'too_young') THEN 'child'
        WHEN NOT s.scopes @> of_scope THEN 'scope'
      END AS gap
      FROM standing s
      LEFT JOIN LATERAL (
        SELECT n.what FROM no n
         WHERE n.id <> s.id AND (n.said_on, n.written_at) > (s.asked_on, s.created_at)
           AND (pg_catalog.cardinality(n.scopes) = 0 OR n.scopes && of_scope)
         ORDER BY n.said_on DESC, n.written_at DESC LIMIT 1) later ON true
  )
  SELECT CASE WHEN EXISTS (SELECT FROM verdicts WHERE gap IS NULL) THEN NULL
              ELSE COALESCE((SELECT gap FROM verdicts ORDER BY asked_on DESC, created_at DESC, id DESC LIMIT 1), 'not_asked') END
$$;

-- Why a link of this referral may not be opened: the referral or the step that sent it was taken back, or its consent does not
-- cover it. NULL: it may. By the rights of the caller; it waits for a no that is being written. The recipients are asked in the
-- order of app.check_referral_ground: a no to this body stands against a yes to its kind.
CREATE FUNCTION app.share_gap(in_file uuid, of_referral uuid, of_step uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = ''
AS $$
DECLARE
  whom uuid; body text; what text; which text[]; wrong text; basis text; own text;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || in_file, 0));
  SELECT r.person_id, r.body_slug, r.kind, r.fields, r.mistake INTO whom, body, what, which, wrong
    FROM public.referral r WHERE r.case_id = in_file AND r.subject_id = of_referral ORDER BY r.revision DESC LIMIT 1;
  SELECT s.ground INTO basis
    FROM public.referral_step s
   WHERE s.case_id = in_file AND s.id = of_step AND s.referral_id = of_referral AND s.kind = 'sent'
     AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id);
  IF whom IS NULL OR wrong IS NOT NULL OR basis IS NULL THEN
    RETURN 'taken_back';
  END IF;
  IF basis <> 'consent' THEN
    RETURN NULL;
  END IF;
  IF body IS NOT NULL THEN
    own := app.consent_gap(in_file, whom, 'referral', 'actor:' || body, app.referral_scopes(which));
    IF own IS NULL OR own IN ('refused', 'withdrawn') THEN
      RETURN own;
    END IF;
  END IF;
  RETURN app.consent_gap(in_file, whom, 'referral', app.referral_recipient(what), app.referral_scopes(which));
END $$;
REVOKE ALL ON FUNCTION app.share_gap(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.share_gap(uuid, uuid, uuid) TO accompany_app, accompany_guard;
GRANT EXECUTE ON FUNCTION app.consent_gap(uuid, uuid, text, text, text[]), app.referral_scopes(text[]), app.referral_recipient(text)
  TO accompany_guard;

-- What is asked when a link is made is asked again each time it is opened.
CREATE FUNCTION app.guard_share() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE gap text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.revoked_by IS DISTINCT FROM app.worker_id() THEN
      RAISE EXCEPTION 'a link is closed once and for good' USING ERRCODE = '42501';
    END IF;
    NEW.revoked_at := app.now();
    RETURN NEW;
  END IF;
  NEW.created_at := app.now();
  NEW.tries := 0;
  NEW.revoked_at := NULL;
  NEW.revoked_by := NULL;
  gap := app.share_gap(NEW.case_id, NEW.referral_id, NEW.step_id);
  IF gap IS NOT NULL THEN
    RAISE EXCEPTION 'no consent: %', gap USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_share() FROM PUBLIC;
CREATE TRIGGER guard_share BEFORE INSERT OR UPDATE ON public.referral_share
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_share();

-- 4. The door outside: a role without a table, and two functions --------------------------------------------------------

GRANT SELECT (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, created_at, expires_at, is_minor, given_by, child_view)
  ON public.consent TO accompany_guard;
GRANT SELECT (case_id, consent_id, kind, ended_on, created_at) ON public.consent_end TO accompany_guard;
GRANT SELECT (case_id, subject_id, revision, mistake, person_id, body_slug, kind, fields) ON public.referral TO accompany_guard;
GRANT SELECT (id, case_id, referral_id, kind, ground, takes_back) ON public.referral_step TO accompany_guard;
GRANT SELECT (id, case_id, referral_id, step_id, link_hash, code_check, sheet_cipher, expires_at, max_openings, tries, revoked_at),
  UPDATE (tries) ON public.referral_share TO accompany_guard;
GRANT SELECT (share_id), INSERT (case_id, share_id) ON public.share_opening TO accompany_guard;
CREATE POLICY opened_outside ON public.audit_event FOR INSERT TO accompany_guard WITH CHECK (event IN ('share.opened', 'share.missed'));
GRANT INSERT (event, case_id, detail) ON public.audit_event TO accompany_guard;
CREATE POLICY guards ON public.throttle FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT (key, points, window_end), INSERT (key, points, window_end), UPDATE (points, window_end) ON public.throttle TO accompany_guard;

-- As before, and of whoever opens a link: nobody of the house.
CREATE OR REPLACE FUNCTION app.sign_audit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  NEW.at := app.now();
  NEW.txid := pg_catalog.pg_current_xact_id()::text::bigint;
  IF CURRENT_USER = 'accompany_job' THEN
    NEW.actor_kind := 'job:' || COALESCE(app.job(), 'unnamed');
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF CURRENT_USER = 'accompany_auth' THEN
    NEW.actor_kind := 'auth';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSIF SESSION_USER = 'accompany_share' THEN
    NEW.actor_kind := 'outside';
    NEW.actor_id := NULL;
    NEW.session_id := NULL;
  ELSE
    SELECT 'staff', a.staff_id, a.session_id INTO NEW.actor_kind, NEW.actor_id, NEW.session_id FROM app.live_session() a;
    IF NEW.actor_id IS NULL THEN
      RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;

SET ROLE accompany_guard;
-- Thirty tries a network in a quarter of an hour, right or wrong: the work of one try is the same for every link.
CREATE FUNCTION app.may_try_share(of_network text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE used int;
BEGIN
  INSERT INTO public.throttle AS t (key, points, window_end) VALUES (of_network, 1, app.now() + interval '15 minutes')
  ON CONFLICT (key) DO UPDATE
    SET points = CASE WHEN t.window_end <= app.now() THEN 1 ELSE LEAST(t.points + 1, 1000) END,
        window_end = CASE WHEN t.window_end <= app.now() THEN EXCLUDED.window_end ELSE t.window_end END
  RETURNING t.points INTO used;
  RETURN used <= 30;
END $$;

-- The sealed sheet behind a link, for whoever brings what its secret and its code give together. No row: no such link, closed,
-- over, opened as often as it may be, a wrong code, a closed file, a consent that covers it no more; nobody can tell which.
-- Opening and its line in the trail are one: what cannot be written is not handed out.
CREATE FUNCTION app.open_share(link text, code bytea)
  RETURNS TABLE (share_id uuid, sheet bytea, opening int, openings int, until timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  s record;
  used int;
BEGIN
  -- Two who open at once follow one another, and whoever closes the link is waited for.
  SELECT x.id, x.case_id, x.referral_id, x.step_id, x.code_check, x.sheet_cipher, x.max_openings, x.expires_at INTO s
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
  RETURN QUERY SELECT s.id, s.sheet_cipher, used + 1, s.max_openings, s.expires_at;
END $$;
REVOKE ALL ON FUNCTION app.may_try_share(text), app.open_share(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_try_share(text), app.open_share(text, bytea) TO accompany_share;
RESET ROLE;
