-- What a colleague believes to be wrong in the reference data, for the admins of her house and never public (docs/adr/0080).

-- CreateTable
CREATE TABLE "reported_mistake" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "about" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "source_address" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "outcome" TEXT,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "reported_mistake_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reported_mistake_organisation_id_country_created_at_idx" ON "reported_mistake"("organisation_id", "country", "created_at");

-- AddForeignKey
ALTER TABLE "reported_mistake" ADD CONSTRAINT "reported_mistake_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_mistake" ADD CONSTRAINT "reported_mistake_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_mistake" ADD CONSTRAINT "reported_mistake_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/countries/mistake.rules.ts) ---------------------------------------------------------------

ALTER TABLE public.reported_mistake
  ADD CONSTRAINT reported_mistake_about CHECK (about IN ('fact', 'law', 'body') AND slug ~ '^[a-z0-9-]{1,120}$'),
  ADD CONSTRAINT reported_mistake_words CHECK (
    pg_catalog.length(words) BETWEEN 1 AND 1000 AND pg_catalog.length(source_address) <= 500
    AND source_address ~ '^https?://[^[:space:]]+$'),
  ADD CONSTRAINT reported_mistake_answer CHECK (
    outcome IN ('corrected', 'passed_on', 'kept') AND pg_catalog.length(answer) BETWEEN 1 AND 1000
    AND (outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answered_at IS NULL));

-- 2. Read by whoever wrote it and by the admins of the house ----------------------------------------------------------------------

ALTER TABLE public.reported_mistake ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reported_mistake FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.reported_mistake FROM PUBLIC;
GRANT SELECT ON public.reported_mistake TO accompany_backup;
CREATE POLICY own ON public.reported_mistake FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id())
         AND (created_by = (SELECT app.actor_id()) OR (SELECT app.actor_role()) = 'admin'));
CREATE POLICY report_one ON public.reported_mistake FOR INSERT TO accompany_app
  WITH CHECK (organisation_id = (SELECT app.organisation_id()) AND created_by = (SELECT app.actor_id()) AND outcome IS NULL);
CREATE POLICY guards ON public.reported_mistake FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public.reported_mistake TO accompany_app;
GRANT SELECT, UPDATE (outcome, answer, answered_by, answered_at) ON public.reported_mistake TO accompany_guard;

-- 3. What an admin did about it, said once --------------------------------------------------------------------------------------------

SET ROLE accompany_guard;
CREATE FUNCTION app.answer_mistake(mistake uuid, did text, said text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF app.actor_role() IS DISTINCT FROM 'admin' OR NOT EXISTS (
       SELECT FROM public.reported_mistake m WHERE m.id = mistake AND m.organisation_id = app.organisation_id()) THEN
    RETURN 'notFound';
  END IF;
  UPDATE public.reported_mistake SET outcome = did, answer = said, answered_by = app.actor_id(), answered_at = app.now()
   WHERE id = mistake AND outcome IS NULL;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'answered' END;
END $$;
REVOKE ALL ON FUNCTION app.answer_mistake(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answer_mistake(uuid, text, text) TO accompany_app;
RESET ROLE;
