-- CreateTable
CREATE TABLE "stay_document" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "issued_on" DATE,
    "expires_on" DATE,
    "is_renewal" BOOLEAN NOT NULL,
    "requested_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stay_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception_stay" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "place_type" TEXT NOT NULL,
    "phase" TEXT,
    "code_207" TEXT,
    "from_on" DATE,
    "until_on" DATE,
    "end_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reception_stay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stay_document_case_id_idx" ON "stay_document"("case_id");

-- CreateIndex
CREATE INDEX "reception_stay_case_id_idx" ON "reception_stay"("case_id");

-- AddForeignKey
ALTER TABLE "stay_document" ADD CONSTRAINT "stay_document_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay_document" ADD CONSTRAINT "stay_document_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_stay" ADD CONSTRAINT "reception_stay_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_stay" ADD CONSTRAINT "reception_stay_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public.stay_document
  ADD CONSTRAINT stay_document_kind CHECK (kind IN ('attestation_presentation', 'annex_26', 'annex_26quinquies', 'annex_25',
    'annex_25quinquies', 'annex_35', 'orange_card', 'orange_card_minor', 'card_a_adult', 'card_a_minor', 'card_b',
    'refugee_certificate', 'other_document')),
  ADD CONSTRAINT stay_document_days CHECK (COALESCE(issued_on <= expires_on, true) AND COALESCE(issued_on <= requested_on, true));
ALTER TABLE public.reception_stay
  ADD CONSTRAINT reception_stay_place CHECK (place_type ~ '^[a-z_]+$'),
  ADD CONSTRAINT reception_stay_phase CHECK (phase IS NULL OR phase IN ('first', 'second', 'uam_phase_1', 'uam_phase_2', 'uam_phase_3', 'none')),
  ADD CONSTRAINT reception_stay_code_207 CHECK (code_207 IS NULL OR code_207 IN ('assigned', 'no_show', 'modified', 'abolished', 'none')),
  ADD CONSTRAINT reception_stay_days CHECK (COALESCE(from_on <= until_on, true)),
  ADD CONSTRAINT reception_stay_end CHECK (end_reason IS NULL OR end_reason IN ('positive_decision', 'negative_final',
    'dublin_transfer', 'sanction', 'left_voluntarily', 'income', 'crisis_measure', 'other'));

CALL app.protect_file_table('stay_document');
CALL app.protect_file_table('reception_stay');
CREATE POLICY signed ON public.stay_document AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY signed ON public.reception_stay AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
GRANT SELECT, INSERT ON public.stay_document, public.reception_stay TO accompany_app;
GRANT UPDATE (kind, issued_on, expires_on, is_renewal, requested_on, version) ON public.stay_document TO accompany_app;
GRANT UPDATE (place_type, phase, code_207, from_on, until_on, end_reason, version) ON public.reception_stay TO accompany_app;

-- A document starts its clocks, and the one that follows it stops them.
ALTER TABLE public.deadline DROP CONSTRAINT deadline_cause;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_cause CHECK (
  (cause_kind IS NULL) = (cause_ref IS NULL)
  AND COALESCE(cause_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event'), true));
ALTER TABLE public.deadline DROP CONSTRAINT deadline_closed_by_an_act;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_closed_by_an_act CHECK (
  (status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
  AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
  AND (status = 'closed') = COALESCE(
    closed_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event'), false));
