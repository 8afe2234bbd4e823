-- CreateTable
CREATE TABLE "safe_contact" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "language" TEXT,
    "confirmed_on" DATE,
    "ended_on" DATE,
    "details_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "safe_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_given" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "sheet_cipher" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "sheet_given_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "safe_contact_person_id_idx" ON "safe_contact"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "safe_contact_id_case_id_key" ON "safe_contact"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "safe_contact_case_id_subject_id_revision_key" ON "safe_contact"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_given_id_case_id_key" ON "sheet_given"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_given_case_id_subject_id_revision_key" ON "sheet_given"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "safe_contact"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_given" ADD CONSTRAINT "sheet_given_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_given" ADD CONSTRAINT "sheet_given_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "sheet_given"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sheet_given" ADD CONSTRAINT "sheet_given_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.sheet_given
  ADD CONSTRAINT sheet_given_language CHECK (language IN ('en', 'fr', 'nl', 'de', 'ar', 'fa', 'ps', 'ti'));
ALTER TABLE public.safe_contact
  ADD CONSTRAINT safe_contact_channel CHECK (channel IN ('phone', 'messenger', 'email', 'address', 'through')),
  ADD CONSTRAINT safe_contact_owner CHECK (owner IN ('own', 'shared', 'relative', 'centre', 'other')),
  ADD CONSTRAINT safe_contact_message CHECK (message IN ('never', 'neutral', 'any')),
  ADD CONSTRAINT safe_contact_language CHECK (COALESCE(language ~ '^[a-z]{2,3}$', true)),
  ADD CONSTRAINT safe_contact_days CHECK (COALESCE(confirmed_on <= ended_on, true));

-- 2. Files' tables: rows are added and never changed ----------------------------------------------------------------
-- Guests have no policy here: a number, and which sheet somebody was given, are no part of a file that one is let into.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sheet_given', 'safe_contact'] LOOP
    EXECUTE pg_catalog.format('ALTER TABLE public.%1$I ADD CONSTRAINT %1$s_revision CHECK (
      revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR (revision > 1 AND mistake IN (''not_happened'', ''wrong_file'', ''recorded_twice''))))', t);
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    EXECUTE pg_catalog.format('CREATE POLICY signed ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (created_by = (SELECT app.worker_id()))', t);
    EXECUTE pg_catalog.format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
  END LOOP;
END $$;
CREATE POLICY of_this_file ON public.safe_contact AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = safe_contact.case_id AND cp.person_id = safe_contact.person_id));
