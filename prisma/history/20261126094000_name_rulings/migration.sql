-- What the admins of a house say of names, beside the list that came with the program (docs/adr/0078).

-- CreateTable
CREATE TABLE "name_ruling" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "weight" DOUBLE PRECISION,
    "one_sound" TEXT NOT NULL DEFAULT '',
    "other_sound" TEXT NOT NULL DEFAULT '',
    "said_by" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "name_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "name_ruling_organisation_id_said_at_idx" ON "name_ruling"("organisation_id", "said_at");

-- AddForeignKey
ALTER TABLE "name_ruling" ADD CONSTRAINT "name_ruling_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_ruling" ADD CONSTRAINT "name_ruling_said_by_fkey" FOREIGN KEY ("said_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last word about two names counts; null takes the house's word back, and what the program says stands again. One word each: a
-- whole name would be somebody.
ALTER TABLE public.name_ruling
  ADD CONSTRAINT name_ruling_weight CHECK (weight IS NULL OR weight = -1 OR weight BETWEEN 0 AND 1),
  ADD CONSTRAINT name_ruling_one CHECK (one ~ '^[[:alpha:]''’ʼʻ-]{2,40}$'),
  ADD CONSTRAINT name_ruling_other CHECK (other ~ '^[[:alpha:]''’ʼʻ-]{2,40}$'),
  -- Each pair in one order, so that its words follow one another.
  ADD CONSTRAINT name_ruling_order CHECK (pg_catalog.lower(one) COLLATE "C" < pg_catalog.lower(other) COLLATE "C"),
  ADD CONSTRAINT name_ruling_heard CHECK (one_sound <> '' AND other_sound <> '');
CREATE TRIGGER hear_equivalent BEFORE INSERT ON public.name_ruling
  FOR EACH ROW EXECUTE FUNCTION app.hear_equivalent();
ALTER TABLE public.name_ruling ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.name_ruling FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.name_ruling FROM PUBLIC;
GRANT SELECT ON public.name_ruling TO accompany_backup;
GRANT SELECT, INSERT ON public.name_ruling TO accompany_app;
CREATE POLICY own ON public.name_ruling FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()));
CREATE POLICY say_one ON public.name_ruling FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id())
              AND said_by = (SELECT app.actor_id()));
