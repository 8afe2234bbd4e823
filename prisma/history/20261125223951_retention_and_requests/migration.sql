-- CreateTable
CREATE TABLE "retention_rule" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_extract" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "words_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "access_extract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_on" DATE NOT NULL,
    "words_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answer_cipher" BYTEA,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "retention_rule_organisation_id_kind_idx" ON "retention_rule"("organisation_id", "kind");

-- CreateIndex
CREATE INDEX "access_extract_case_id_idx" ON "access_extract"("case_id");

-- CreateIndex
CREATE INDEX "access_extract_team_id_idx" ON "access_extract"("team_id");

-- CreateIndex
CREATE INDEX "correction_case_id_idx" ON "correction"("case_id");

-- CreateIndex
CREATE INDEX "correction_team_id_idx" ON "correction"("team_id");

-- AddForeignKey
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_extract" ADD CONSTRAINT "access_extract_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_extract" ADD CONSTRAINT "access_extract_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_extract" ADD CONSTRAINT "access_extract_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/rights) -----------------------------------------------------------------------------

ALTER TABLE public.retention_rule ADD CONSTRAINT retention_rule_years CHECK (years BETWEEN 1 AND 50 AND pg_catalog.length(source) BETWEEN 1 AND 300);
ALTER TABLE public.access_extract ADD CONSTRAINT access_extract_language CHECK (language IN ('en', 'fr', 'nl', 'de'));
ALTER TABLE public.correction ADD CONSTRAINT correction_state CHECK (state IN ('asked', 'done', 'refused')
  AND (state = 'asked') = (answered_by IS NULL) AND (state = 'asked') = (answered_at IS NULL)
  AND (state = 'asked') = (answer_cipher IS NULL));

-- 2. Rules of the house: read by everybody at work here, set by an admin, never changed ------------------------------------------

ALTER TABLE public.retention_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.retention_rule FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.retention_rule FROM PUBLIC;
GRANT SELECT ON public.retention_rule TO accompany_backup;
CREATE POLICY own ON public.retention_rule FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest');
CREATE POLICY set_one ON public.retention_rule FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id())
              AND created_by = (SELECT app.actor_id()));
GRANT SELECT, INSERT ON public.retention_rule TO accompany_app;

-- 3. What somebody asks of what is kept of her: among those who work in the file --------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('access_extract');
CALL app.protect_file_table('correction');
CREATE POLICY signed ON public.access_extract AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id())
              AND EXISTS (SELECT FROM public.case_person p WHERE p.case_id = access_extract.case_id AND p.person_id = access_extract.person_id));
CREATE POLICY signed ON public.correction AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND state = 'asked'
              AND EXISTS (SELECT FROM public.case_person p WHERE p.case_id = correction.case_id AND p.person_id = correction.person_id));
CREATE POLICY no_guest ON public.access_extract AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY no_guest ON public.correction AS RESTRICTIVE FOR SELECT TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL);
GRANT SELECT, INSERT ON public.access_extract, public.correction TO accompany_app;
GRANT UPDATE (state, answer_cipher, answered_by, answered_at) ON public.correction TO accompany_app;

CREATE FUNCTION app.guard_correction() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'a request is answered once' USING ERRCODE = '42501';
  END IF;
  IF NEW.answered_by IS DISTINCT FROM app.worker_id()
     OR NEW.answered_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second' THEN
    RAISE EXCEPTION 'whoever answers signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_correction() FROM PUBLIC;
CREATE TRIGGER guard_correction BEFORE UPDATE ON public.correction
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_correction();

-- 4. How many open files are due, for an admin, who reads none: closed circles are in no number --------------------------------------

SET ROLE accompany_guard;
CREATE FUNCTION app.retention_counts(years jsonb, otherwise integer) RETURNS TABLE (office text, due bigint, held bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT t.name, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE app.is_held(f.id))
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE app.actor_role() = 'admin' AND t.organisation_id = app.organisation_id() AND f.secrecy = 'open'
     AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
     AND f.closed_on + pg_catalog.make_interval(years => COALESCE((years ->> f.kind)::integer, otherwise)) <= app.now()::date
   GROUP BY t.name ORDER BY t.name
$$;
REVOKE ALL ON FUNCTION app.retention_counts(jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.retention_counts(jsonb, integer) TO accompany_app;
RESET ROLE;
