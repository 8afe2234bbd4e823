-- CreateTable
CREATE TABLE "legal_mandate" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "application_id" UUID,
    "aid" TEXT NOT NULL,
    "asked_on" DATE,
    "granted_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,
    "who_cipher" BYTEA NOT NULL,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "legal_mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "special_need" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "need_cipher" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "ended_on" DATE,
    "told_to" TEXT,
    "told_on" DATE,
    "answer" TEXT,
    "answered_on" DATE,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "special_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter_step" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID,
    "matter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "programme" TEXT,
    "doubts" TEXT[],
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "matter_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "legal_mandate_application_id_idx" ON "legal_mandate"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "legal_mandate_id_case_id_key" ON "legal_mandate"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "legal_mandate_case_id_subject_id_revision_key" ON "legal_mandate"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE INDEX "special_need_person_id_idx" ON "special_need"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "special_need_id_case_id_key" ON "special_need"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "special_need_case_id_subject_id_revision_key" ON "special_need"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE INDEX "matter_step_person_id_idx" ON "matter_step"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_step_id_case_id_key" ON "matter_step"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_step_case_id_subject_id_revision_key" ON "matter_step"("case_id", "subject_id", "revision");

-- AddForeignKey
ALTER TABLE "legal_mandate" ADD CONSTRAINT "legal_mandate_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_mandate" ADD CONSTRAINT "legal_mandate_application_id_case_id_fkey" FOREIGN KEY ("application_id", "case_id") REFERENCES "asylum_application"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "legal_mandate" ADD CONSTRAINT "legal_mandate_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "legal_mandate"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "legal_mandate" ADD CONSTRAINT "legal_mandate_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_need" ADD CONSTRAINT "special_need_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_need" ADD CONSTRAINT "special_need_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_need" ADD CONSTRAINT "special_need_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "special_need"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "special_need" ADD CONSTRAINT "special_need_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_step" ADD CONSTRAINT "matter_step_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_step" ADD CONSTRAINT "matter_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_step" ADD CONSTRAINT "matter_step_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "matter_step"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "matter_step" ADD CONSTRAINT "matter_step_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.legal_mandate
  ADD CONSTRAINT legal_mandate_aid CHECK (aid IN ('second_line', 'first_line', 'paid', 'other')),
  ADD CONSTRAINT legal_mandate_end CHECK (
    COALESCE(end_reason IN ('refused', 'done', 'lawyer_stopped', 'person_stopped', 'replaced', 'not_known'), true)
    AND (ended_on IS NULL OR end_reason IS NOT NULL)
    AND (granted_on IS NULL OR end_reason IS DISTINCT FROM 'refused')),
  ADD CONSTRAINT legal_mandate_days CHECK (COALESCE(asked_on <= granted_on, true) AND COALESCE(asked_on <= ended_on, true)
    AND COALESCE(granted_on <= ended_on, true));
ALTER TABLE public.special_need
  ADD CONSTRAINT special_need_source CHECK (source IN ('said', 'observed', 'certificate', 'authority')),
  ADD CONSTRAINT special_need_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT special_need_told CHECK (
    COALESCE(told_to IN ('io', 'cgrs', 'call', 'fedasil'), true)
    AND (told_to IS NOT NULL OR (told_on IS NULL AND answer IS NULL))
    AND COALESCE(answer IN ('granted', 'refused', 'none'), true)
    AND (answered_on IS NULL OR COALESCE(answer IN ('granted', 'refused'), false))
    AND COALESCE(told_on <= answered_on, true));
ALTER TABLE public.matter_step
  ADD CONSTRAINT matter_step_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT matter_step_kind CHECK (CASE
    WHEN matter = 'voluntary_return' THEN kind IN ('informed', 'counselled', 'applied', 'planned', 'left', 'withdrawn', 'cancelled')
    WHEN matter IN ('declaration', 'naturalisation', 'recovery', 'statelessness')
      THEN kind IN ('informed', 'filed', 'refused', 'appealed', 'acquired', 'withdrawn')
    ELSE false END),
  ADD CONSTRAINT matter_step_return CHECK (
    (matter = 'voluntary_return' OR (programme IS NULL AND cardinality(doubts) = 0))
    AND COALESCE(programme IN ('fedasil', 'iom', 'own_means'), true) AND (kind <> 'applied' OR programme IS NOT NULL)
    AND doubts <@ ARRAY['held', 'removal_threatened', 'no_shelter', 'procedure_open', 'not_understood', 'told_wrong', 'in_haste',
      'pressed', 'minor_alone', 'afraid']);

-- 2. Files' tables: rows are added and never changed ----------------------------------------------------------------

-- The first row of a subject is its own subject; those that follow name it, and belong to the same file by their key.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['legal_mandate', 'special_need', 'matter_step'] LOOP
    EXECUTE pg_catalog.format('ALTER TABLE public.%1$I ADD CONSTRAINT %1$s_revision CHECK (
      revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR (revision > 1 AND mistake IN (''not_happened'', ''wrong_file'', ''recorded_twice''))))', t);
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    EXECUTE pg_catalog.format('CREATE POLICY signed ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (created_by = (SELECT app.worker_id()))', t);
    EXECUTE pg_catalog.format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
  END LOOP;
END $$;
CREATE POLICY of_this_file ON public.special_need AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = special_need.case_id AND cp.person_id = special_need.person_id));
CREATE POLICY of_this_file ON public.matter_step AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (person_id IS NULL OR EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = matter_step.case_id AND cp.person_id = matter_step.person_id));
