-- Only who writes dates asks whether they agree.
REVOKE ALL ON FUNCTION app.is_when(text, date, date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_when(text, date, date, text, text) TO accompany_app;

-- What is claimed of a person, as it was claimed: an age or two, a test with its margin, a date of birth of any precision,
-- each with where it comes from (docs/adr/0026).
ALTER TABLE "age_claim" ADD COLUMN "age_to" INTEGER,
  ADD COLUMN "tested_tenths" INTEGER,
  ADD COLUMN "margin_tenths" INTEGER,
  ADD COLUMN "born_when" TEXT,
  ADD COLUMN "born_text" TEXT,
  ADD COLUMN "source" TEXT,
  ADD COLUMN "seen" TEXT;

ALTER TABLE public.age_claim
  ADD CONSTRAINT age_claim_basis
    CHECK (basis IN ('said', 'document', 'authority', 'test', 'estimate', 'not_known', 'declined')),
  ADD CONSTRAINT age_claim_silence CHECK (basis NOT IN ('not_known', 'declined') OR (
    age_years IS NULL AND tested_tenths IS NULL AND born_when IS NULL AND born_earliest IS NULL AND source IS NULL)),
  ADD CONSTRAINT age_claim_bounds
    CHECK ((born_earliest IS NULL) = (born_latest IS NULL) AND COALESCE(born_earliest <= born_latest, true)),
  ADD CONSTRAINT age_claim_years CHECK (COALESCE(age_years BETWEEN 0 AND 120, true)
    AND (age_to IS NULL OR COALESCE(age_to BETWEEN age_years AND 120, false))),
  ADD CONSTRAINT age_claim_test CHECK ((tested_tenths IS NULL) = (margin_tenths IS NULL)
    AND (tested_tenths IS NULL OR (basis = 'test' AND tested_tenths BETWEEN 0 AND 1200 AND margin_tenths BETWEEN 0 AND 100))),
  -- A year of birth is never its first of January: the days are those of the code.
  ADD CONSTRAINT age_claim_born CHECK ((born_when IS NULL) = (born_text IS NULL) AND (born_when IS NULL OR app.is_when(
    born_when, born_earliest, born_latest, born_text, CASE WHEN basis = 'test' THEN 'authority' ELSE basis END))),
  ADD CONSTRAINT age_claim_seen CHECK (seen IS NULL OR (basis = 'document' AND seen IN ('original', 'copy', 'not_seen')));

-- Held from and until, as known: the codes; valid_from and valid_to are the outer days, by which a day is asked for.
ALTER TABLE "nationality" ADD COLUMN "said_on" DATE,
  ADD COLUMN "since_when" TEXT,
  ADD COLUMN "until_when" TEXT;
ALTER TABLE public.nationality
  ADD CONSTRAINT nationality_certainty
    CHECK (certainty IN ('said', 'document', 'presumed', 'contested', 'not_known', 'declined')),
  ADD CONSTRAINT nationality_since CHECK (since_when IS NULL OR (since_when IN ('not_known', 'declined')) = (valid_from IS NULL)),
  ADD CONSTRAINT nationality_until CHECK (until_when IS NULL OR (until_when IN ('not_known', 'declined')) = (valid_to IS NULL));

-- Country of birth and last habitual residence are neither a nationality nor each other.
CREATE TABLE "person_origin" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "said_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "person_origin_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_origin_person_id_idx" ON "person_origin"("person_id");
ALTER TABLE "person_origin" ADD CONSTRAINT "person_origin_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE public.person_origin
  ADD CONSTRAINT person_origin_kind CHECK (kind IN ('birth', 'residence')),
  ADD CONSTRAINT person_origin_certainty
    CHECK (certainty IN ('said', 'document', 'presumed', 'contested', 'not_known', 'declined'));

ALTER TABLE public.person_origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.person_origin FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON public.person_origin FOR SELECT TO accompany_app
  USING (person_id IN (SELECT cp.person_id FROM public.case_person cp));
CREATE POLICY add ON public.person_origin FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND person_id IN (SELECT cp.person_id FROM public.case_person cp));
REVOKE ALL ON public.person_origin FROM PUBLIC;
GRANT SELECT, INSERT ON public.person_origin TO accompany_app;
GRANT SELECT ON public.person_origin TO accompany_backup;
