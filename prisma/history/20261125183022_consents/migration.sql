-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "recipient_cipher" BYTEA,
    "scopes" TEXT[],
    "answer" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "language" TEXT,
    "interpreter" TEXT,
    "form" TEXT,
    "given_by" TEXT,
    "is_minor" BOOLEAN NOT NULL,
    "child_view" TEXT,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_end" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ended_on" DATE NOT NULL,
    "said_by" TEXT,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "consent_end_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consent_case_id_person_id_purpose_idx" ON "consent"("case_id", "person_id", "purpose");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_id_case_id_key" ON "consent"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_end_case_id_consent_id_kind_key" ON "consent_end"("case_id", "consent_id", "kind");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_end" ADD CONSTRAINT "consent_end_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_end" ADD CONSTRAINT "consent_end_consent_id_case_id_fkey" FOREIGN KEY ("consent_id", "case_id") REFERENCES "consent"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent_end" ADD CONSTRAINT "consent_end_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.consent
  ADD CONSTRAINT consent_purpose CHECK (purpose IN ('referral', 'share', 'summary', 'statistics', 'tracing', 'photo')),
  ADD CONSTRAINT consent_recipient CHECK (
    recipient ~ '^(actor:[a-z0-9-]{1,80}|kind:(lawyer|organisation|victim_centre|guardianship|reception|health_care|authority|tracing_service)|named|house)$'
    AND (recipient = 'named') = (recipient_cipher IS NOT NULL)
    AND (recipient = 'house') = (purpose = 'statistics')),
  ADD CONSTRAINT consent_scopes CHECK (
    scopes IS NOT NULL
    AND scopes <@ ARRAY['identity', 'contact', 'procedure', 'detention', 'plan', 'family', 'health', 'trafficking', 'documents']
    AND CASE WHEN purpose = 'statistics' THEN pg_catalog.cardinality(scopes) = 0
             ELSE answer <> 'given' OR pg_catalog.cardinality(scopes) > 0 END),
  ADD CONSTRAINT consent_answer CHECK (answer IN ('given', 'refused', 'not_asked')),
  ADD CONSTRAINT consent_asking CHECK (CASE answer
    WHEN 'not_asked' THEN language IS NULL AND interpreter IS NULL AND form IS NULL AND given_by IS NULL
      AND child_view IS NULL AND expires_at IS NULL
    ELSE COALESCE(language ~ '^[a-z]{2,3}$', false)
      AND COALESCE(interpreter IN ('none', 'present', 'remote', 'relative'), false)
      AND COALESCE(form IN ('spoken', 'signed', 'thumb'), false)
      AND COALESCE(given_by IN ('self', 'guardian', 'parent', 'lawyer'), false)
      AND (answer = 'given' OR expires_at IS NULL) END),
  ADD CONSTRAINT consent_child CHECK (
    COALESCE(child_view IN ('agrees', 'disagrees', 'too_young', 'not_asked'), true)
    AND (answer = 'not_asked' OR is_minor = (child_view IS NOT NULL)));
ALTER TABLE public.consent_end
  ADD CONSTRAINT consent_end_kind CHECK (CASE kind
    WHEN 'withdrawn' THEN COALESCE(said_by IN ('self', 'guardian', 'parent', 'lawyer', 'child'), false)
    WHEN 'mistake' THEN said_by IS NULL
    ELSE false END);

-- 2. Files' tables: rows are added and never changed ----------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent', 'consent_end'] LOOP
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    EXECUTE pg_catalog.format('CREATE POLICY signed ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (created_by = (SELECT app.worker_id()))', t);
    EXECUTE pg_catalog.format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
  END LOOP;
END $$;
CREATE POLICY of_this_file ON public.consent AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = consent.case_id AND cp.person_id = consent.person_id));

-- 3. Does it cover this, now? ----------------------------------------------------------------------------------------

-- Whoever checks and whoever says no wait for each other, so that nothing leaves between the check and the no.
CREATE FUNCTION app.lock_consents() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
  -- The database's own hour: which of two answers came later is decided by it.
  NEW.created_at := app.now();
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.lock_consents() FROM PUBLIC;
CREATE TRIGGER lock_consents BEFORE INSERT ON public.consent
  FOR EACH ROW EXECUTE FUNCTION app.lock_consents();
CREATE TRIGGER lock_consents BEFORE INSERT ON public.consent_end
  FOR EACH ROW EXECUTE FUNCTION app.lock_consents();

-- Why these kinds of data may not go to this recipient for this purpose, at this very second: not_asked, refused, withdrawn,
-- expired, guardian (of a child, and no guardian or parent said it), child (who disagrees or was not asked) or scope. NULL: they
-- may. It sees what its caller sees, so that out of reach is not asked. A no that came later stands against what was given
-- before, where they speak of the same data; a mistake never stood. lib/consents/cover.rules.ts says the same.
CREATE FUNCTION app.consent_gap(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH standing AS (
    SELECT c.*, w.ended_on, w.created_at AS withdrawn_at
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
REVOKE ALL ON FUNCTION app.consent_gap(uuid, uuid, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.consent_gap(uuid, uuid, text, text, text[]) TO accompany_app;

CREATE FUNCTION app.consent_covers(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = ''
AS $$ SELECT app.consent_gap(in_file, of_person, for_purpose, to_recipient, of_scope) IS NULL $$;
REVOKE ALL ON FUNCTION app.consent_covers(uuid, uuid, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.consent_covers(uuid, uuid, text, text, text[]) TO accompany_app;

-- For the triggers of what leaves the house: waits for a no that is being written, then refuses what is not covered.
CREATE FUNCTION app.require_consent(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE gap text;
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || in_file, 0));
  gap := app.consent_gap(in_file, of_person, for_purpose, to_recipient, of_scope);
  IF gap IS NOT NULL THEN
    RAISE EXCEPTION 'no consent: %', gap USING ERRCODE = '23514';
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.require_consent(uuid, uuid, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.require_consent(uuid, uuid, text, text, text[]) TO accompany_app;
