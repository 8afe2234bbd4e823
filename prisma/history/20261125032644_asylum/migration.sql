-- CreateTable
CREATE TABLE "asylum_application" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "sequence" INTEGER,
    "language" TEXT,
    "reasons" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "asylum_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asylum_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT,
    "form" TEXT,
    "ground" TEXT,
    "country" TEXT,
    "suspensive" TEXT,
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "notified_on" DATE,
    "notification" TEXT,
    "letter_on" DATE,
    "letter_amount" INTEGER,
    "letter_unit" TEXT,
    "facts" TEXT[],
    "concerns" UUID,
    "replaces" UUID,
    "words_cipher" BYTEA,
    "stands_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "asylum_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "asylum_application_case_id_idx" ON "asylum_application"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "asylum_application_id_case_id_key" ON "asylum_application"("id", "case_id");

-- CreateIndex
CREATE INDEX "asylum_event_case_id_stands_on_idx" ON "asylum_event"("case_id", "stands_on");

-- CreateIndex
CREATE INDEX "asylum_event_application_id_idx" ON "asylum_event"("application_id");

-- CreateIndex
CREATE INDEX "asylum_event_concerns_idx" ON "asylum_event"("concerns");

-- CreateIndex
CREATE UNIQUE INDEX "asylum_event_id_case_id_key" ON "asylum_event"("id", "case_id");

-- AddForeignKey
ALTER TABLE "asylum_application" ADD CONSTRAINT "asylum_application_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asylum_application" ADD CONSTRAINT "asylum_application_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asylum_event" ADD CONSTRAINT "asylum_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asylum_event" ADD CONSTRAINT "asylum_event_application_id_case_id_fkey" FOREIGN KEY ("application_id", "case_id") REFERENCES "asylum_application"("id", "case_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asylum_event" ADD CONSTRAINT "asylum_event_concerns_case_id_fkey" FOREIGN KEY ("concerns", "case_id") REFERENCES "asylum_event"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "asylum_event" ADD CONSTRAINT "asylum_event_replaces_case_id_fkey" FOREIGN KEY ("replaces", "case_id") REFERENCES "asylum_event"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "asylum_event" ADD CONSTRAINT "asylum_event_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row is corrected once: who comes second sees what the first one wrote.
CREATE UNIQUE INDEX "asylum_event_case_id_replaces_key" ON "asylum_event"("case_id", "replaces");

-- 1. The words the code decides by, and which columns an event of each kind has ------------------------------------

ALTER TABLE public.asylum_application
  ADD CONSTRAINT asylum_application_way CHECK (
    way IN ('territory', 'border', 'resettlement', 'corridor', 'family', 'transit', 'regularisation')),
  ADD CONSTRAINT asylum_application_sequence CHECK (sequence IS NULL OR sequence BETWEEN 1 AND 99),
  ADD CONSTRAINT asylum_application_language CHECK (language IS NULL OR language IN ('fr', 'nl', 'not_known')),
  ADD CONSTRAINT asylum_application_reasons CHECK (
    reasons <@ ARRAY['family_elsewhere', 'community_elsewhere', 'language_elsewhere', 'work_elsewhere', 'fears_dublin',
      'fears_detention', 'fears_return', 'refused_before', 'no_information', 'no_shelter', 'debt_or_pressure', 'other',
      'not_known', 'declined']
    AND (way = 'transit' OR cardinality(reasons) = 0)),
  ADD CONSTRAINT asylum_application_asked CHECK (
    way IN ('territory', 'border', 'resettlement', 'corridor') OR (sequence IS NULL AND language IS NULL));

ALTER TABLE public.asylum_event
  ADD CONSTRAINT asylum_event_kind CHECK (kind IN ('arrived', 'made', 'registered', 'lodged', 'municipality',
    'dublin_requested', 'dublin_accepted', 'dublin_refused', 'dublin_extended', 'dublin_transferred', 'dublin_taken',
    'received_cgrs', 'interview', 'admitted', 'cgrs_decision', 'io_decision', 'order_to_leave', 'appeal', 'judgment',
    'withdrawn', 'taken_back')),
  ADD CONSTRAINT asylum_event_outcome CHECK (CASE kind
    WHEN 'cgrs_decision' THEN COALESCE(outcome IN ('refugee_status', 'subsidiary_protection', 'refused',
      'manifestly_unfounded', 'inadmissible', 'admissible', 'further_investigation', 'terminated', 'excluded', 'ceased',
      'withdrawn_status'), false)
    WHEN 'io_decision' THEN COALESCE(outcome IN ('dublin_transfer', 'entry_refused', 'stay_refused', 'other_decision'), false)
    WHEN 'judgment' THEN COALESCE(outcome IN ('confirmed', 'reformed_refugee', 'reformed_subsidiary',
      'annulled_referred_back', 'annulled', 'rejected_inadmissible', 'rejected_no_interest', 'suspended'), false)
    WHEN 'interview' THEN COALESCE(outcome IN ('planned', 'held', 'postponed', 'missed', 'missed_justified'), false)
    WHEN 'dublin_accepted' THEN COALESCE(outcome IN ('accepted_in_words', 'accepted_by_silence'), false)
    WHEN 'dublin_extended' THEN COALESCE(outcome IN ('imprisoned', 'absconded'), false)
    WHEN 'withdrawn' THEN COALESCE(outcome IN ('said_so', 'treated_as_withdrawn'), false)
    WHEN 'taken_back' THEN COALESCE(outcome IN ('not_happened', 'wrong_file', 'recorded_twice'), false)
    ELSE outcome IS NULL END),
  ADD CONSTRAINT asylum_event_form CHECK (CASE kind
    WHEN 'interview' THEN COALESCE(form IN ('io', 'cgrs', 'call'), false)
    WHEN 'appeal' THEN COALESCE(form IN ('full', 'annulment', 'urgent', 'cassation'), false)
    ELSE form IS NULL END),
  ADD CONSTRAINT asylum_event_ground CHECK (ground IS NULL OR (kind = 'cgrs_decision' AND outcome = 'inadmissible' AND ground IN (
    'first_country', 'safe_third_country', 'protected_in_eu', 'eu_national', 'no_new_elements', 'dependent_minor'))),
  ADD CONSTRAINT asylum_event_country CHECK (country IS NULL OR (country ~ '^[A-Z]{2}$'
    AND kind IN ('dublin_requested', 'dublin_accepted', 'dublin_refused', 'dublin_transferred'))),
  ADD CONSTRAINT asylum_event_suspensive CHECK (suspensive IS NULL
    OR (kind = 'appeal' AND suspensive IN ('automatic', 'none', 'conditional', 'unknown'))),
  ADD CONSTRAINT asylum_event_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT asylum_event_letter CHECK (
    (letter_amount IS NULL) = (letter_unit IS NULL) AND (letter_on IS NULL OR letter_amount IS NULL)
    AND COALESCE(letter_unit IN ('calendar_day', 'working_day', 'week', 'month'), true)),
  ADD CONSTRAINT asylum_event_notified CHECK (kind IN ('cgrs_decision', 'io_decision', 'order_to_leave', 'judgment')
    OR (notified_on IS NULL AND notification IS NULL AND letter_on IS NULL AND letter_amount IS NULL)),
  ADD CONSTRAINT asylum_event_notification CHECK (notification IS NULL OR notification IN ('hand_delivery', 'registered_ack',
    'registered_post', 'ordinary_post', 'email_lawyer', 'municipality', 'closed_centre', 'deemed')),
  -- What answers another event says which, and nothing answers or replaces itself.
  ADD CONSTRAINT asylum_event_concerns CHECK ((kind IN ('appeal', 'judgment', 'dublin_extended')) = (concerns IS NOT NULL)),
  ADD CONSTRAINT asylum_event_replaces CHECK ((kind <> 'taken_back' OR replaces IS NOT NULL)
    AND replaces IS DISTINCT FROM id AND concerns IS DISTINCT FROM id);

-- 2. Files' tables: rows of events are added and never changed ------------------------------------------------------

CALL app.protect_file_table('asylum_application');
CALL app.protect_file_table('asylum_event');

CREATE POLICY signed ON public.asylum_application AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY signed ON public.asylum_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));

GRANT SELECT, INSERT ON public.asylum_application, public.asylum_event TO accompany_app;
GRANT UPDATE (way, sequence, language, reasons, version) ON public.asylum_application TO accompany_app;
