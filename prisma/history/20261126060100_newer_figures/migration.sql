-- Newer figures of facts, entered in the house by one admin and agreed to by a second (docs/adr/0073).

-- CreateTable
CREATE TABLE "newer_figure" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "fact_slug" TEXT NOT NULL,
    "value" DECIMAL(65,30),
    "value_min" DECIMAL(65,30),
    "value_max" DECIMAL(65,30),
    "qualifier" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "source_name" TEXT NOT NULL,
    "source_address" TEXT NOT NULL,
    "source_on" DATE NOT NULL,
    "note" TEXT,
    "supersedes" INTEGER NOT NULL,
    "version" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "newer_figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "newer_figure_organisation_id_country_state_idx" ON "newer_figure"("organisation_id", "country", "state");

-- CreateIndex
CREATE UNIQUE INDEX "newer_figure_organisation_id_fact_slug_version_key" ON "newer_figure"("organisation_id", "fact_slug", "version");

-- AddForeignKey
ALTER TABLE "newer_figure" ADD CONSTRAINT "newer_figure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newer_figure" ADD CONSTRAINT "newer_figure_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newer_figure" ADD CONSTRAINT "newer_figure_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newer_figure" ADD CONSTRAINT "newer_figure_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/countries/newer.rules.ts) ----------------------------------------------------------------

ALTER TABLE public.newer_figure
  ADD CONSTRAINT newer_figure_value CHECK (
    (value IS NULL) = (value_min IS NOT NULL) AND (value IS NULL) = (value_max IS NOT NULL) AND value_min < value_max),
  ADD CONSTRAINT newer_figure_qualifier CHECK (qualifier IN ('exact', 'only', 'up_to', 'less_than', 'about', 'rounded', 'at_least', 'range')),
  ADD CONSTRAINT newer_figure_period CHECK (period_start <= period_end),
  ADD CONSTRAINT newer_figure_source CHECK (
    pg_catalog.length(source_name) BETWEEN 1 AND 200 AND pg_catalog.length(source_address) <= 500
    AND source_address ~ '^https?://[^[:space:]]+$' AND pg_catalog.length(note) BETWEEN 1 AND 1000),
  ADD CONSTRAINT newer_figure_state CHECK (
    state IN ('asked', 'agreed', 'refused', 'withdrawn')
    AND (answered_by IS NULL) = (answered_at IS NULL) AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL)
    AND (state = 'withdrawn') = (withdrawn_by IS NOT NULL)
    AND (state IN ('refused', 'withdrawn')) = (reason IS NOT NULL) AND pg_catalog.length(reason) BETWEEN 1 AND 1000
    AND (state <> 'asked' OR answered_by IS NULL) AND (state NOT IN ('agreed', 'refused') OR answered_by IS NOT NULL)
    -- What was ever public keeps its version: its page stays, and says that it was withdrawn.
    AND (state <> 'agreed' OR version IS NOT NULL) AND (state NOT IN ('asked', 'refused') OR version IS NULL)),
  -- Two people, whoever writes the row.
  ADD CONSTRAINT newer_figure_two CHECK (version IS NULL OR (answered_by IS NOT NULL AND answered_by <> created_by)),
  ADD CONSTRAINT newer_figure_version CHECK (supersedes >= 1 AND version > supersedes);

-- 2. What was agreed is for everybody of the house; what waits, or was refused, for its admins -------------------------------------

ALTER TABLE public.newer_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.newer_figure FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.newer_figure FROM PUBLIC;
GRANT SELECT ON public.newer_figure TO accompany_backup;
CREATE POLICY own ON public.newer_figure FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
         AND (version IS NOT NULL OR (SELECT app.actor_role()) = 'admin'));
CREATE POLICY enter_one ON public.newer_figure FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id())
              AND created_by = (SELECT app.actor_id()) AND state = 'asked'
              AND EXISTS (SELECT FROM public.country_fact f WHERE f.slug = fact_slug AND f.country = newer_figure.country));
CREATE POLICY guards ON public.newer_figure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public.newer_figure TO accompany_app;
GRANT SELECT, UPDATE (state, version, answered_by, answered_at, withdrawn_by, withdrawn_at, reason) ON public.newer_figure TO accompany_guard;

-- 3. The word of an admin about a figure ---------------------------------------------------------------------------------------------

SET ROLE accompany_guard;

-- The version that is public for a house: the highest that was agreed and not withdrawn; without any, the profile's own.
CREATE FUNCTION app.figure_version(house uuid, slug text) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.max(f.version), 1) FROM public.newer_figure f
   WHERE f.organisation_id = house AND f.fact_slug = slug AND f.state = 'agreed'
$$;
REVOKE ALL ON FUNCTION app.figure_version(uuid, text) FROM PUBLIC;

-- Agreed by a second admin, refused or withdrawn with a reason. In one word what became of it.
CREATE FUNCTION app.answer_figure(figure uuid, said text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.actor_id(); house uuid := app.organisation_id(); f record;
BEGIN
  IF app.actor_role() IS DISTINCT FROM 'admin' THEN RETURN 'notFound'; END IF;
  SELECT x.* INTO f FROM public.newer_figure x WHERE x.id = figure AND x.organisation_id = house;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  -- One word about a fact at a time: two figures cannot both become the one that replaces the same.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('newer_figure ' || house::text || f.fact_slug, 0));
  SELECT x.* INTO f FROM public.newer_figure x WHERE x.id = figure FOR UPDATE;
  IF said = 'withdrawn' AND f.state IN ('asked', 'agreed') THEN
    UPDATE public.newer_figure SET state = 'withdrawn', withdrawn_by = me, withdrawn_at = app.now(), reason = why WHERE id = figure;
    RETURN 'ok';
  END IF;
  IF f.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'refused' THEN
    UPDATE public.newer_figure SET state = 'refused', answered_by = me, answered_at = app.now(), reason = why WHERE id = figure;
    RETURN 'ok';
  END IF;
  IF said <> 'agreed' THEN RETURN 'notFound'; END IF;
  IF me = f.created_by THEN RETURN 'notOneself'; END IF;
  IF f.supersedes <> app.figure_version(house, f.fact_slug) THEN RETURN 'over'; END IF;
  UPDATE public.newer_figure SET state = 'agreed', answered_by = me, answered_at = app.now(),
         version = 1 + (SELECT COALESCE(pg_catalog.max(x.version), 1) FROM public.newer_figure x
                         WHERE x.organisation_id = house AND x.fact_slug = f.fact_slug)
   WHERE id = figure;
  RETURN 'ok';
END $$;
REVOKE ALL ON FUNCTION app.answer_figure(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answer_figure(uuid, text, text) TO accompany_app;
RESET ROLE;
