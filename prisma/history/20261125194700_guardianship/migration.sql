-- CreateTable
CREATE TABLE "guardianship_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT,
    "form" TEXT,
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "at" TEXT,
    "notified_on" DATE,
    "notification" TEXT,
    "at_border" BOOLEAN NOT NULL DEFAULT false,
    "concerns" UUID,
    "replaces" UUID,
    "claim_id" UUID,
    "details_cipher" BYTEA,
    "stands_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "guardianship_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guardianship_event_case_id_stands_on_idx" ON "guardianship_event"("case_id", "stands_on");

-- CreateIndex
CREATE INDEX "guardianship_event_person_id_idx" ON "guardianship_event"("person_id");

-- CreateIndex
CREATE INDEX "guardianship_event_concerns_idx" ON "guardianship_event"("concerns");

-- CreateIndex
CREATE UNIQUE INDEX "guardianship_event_id_case_id_key" ON "guardianship_event"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "guardianship_event_case_id_replaces_key" ON "guardianship_event"("case_id", "replaces");

-- AddForeignKey
ALTER TABLE "guardianship_event" ADD CONSTRAINT "guardianship_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship_event" ADD CONSTRAINT "guardianship_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship_event" ADD CONSTRAINT "guardianship_event_concerns_case_id_fkey" FOREIGN KEY ("concerns", "case_id") REFERENCES "guardianship_event"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guardianship_event" ADD CONSTRAINT "guardianship_event_replaces_case_id_fkey" FOREIGN KEY ("replaces", "case_id") REFERENCES "guardianship_event"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guardianship_event" ADD CONSTRAINT "guardianship_event_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by, and which columns an event of each kind has ------------------------------------

ALTER TABLE public.guardianship_event
  ADD CONSTRAINT guardianship_event_kind CHECK (kind IN ('reported', 'taken_in_charge', 'age_doubted', 'age_assessed', 'decided',
    'challenged', 'guardian_ended', 'guardian_appointed', 'report_sent', 'solution', 'placed', 'missing', 'told', 'looked_again',
    'found', 'taken_back')),
  ADD CONSTRAINT guardianship_event_outcome CHECK (CASE kind
    WHEN 'reported' THEN COALESCE(outcome IN ('by_phone', 'by_mail', 'by_sheet', 'other_way'), false)
    WHEN 'age_assessed' THEN COALESCE(outcome IN ('minor', 'adult', 'inconclusive', 'pending'), false)
    WHEN 'decided' THEN COALESCE(outcome IN ('identified_uam', 'identified_uam_eea', 'not_minor', 'not_unaccompanied'), false)
    WHEN 'guardian_ended' THEN COALESCE(outcome IN ('entrusted_to_parent_or_guardian', 'majority', 'death', 'emancipation',
      'adoption', 'marriage', 'belgian_or_eea_nationality', 'removal_from_territory', 'disappeared_4_months',
      'unlimited_residence', 'found_adult', 'found_accompanied', 'guardian_resigned', 'other'), false)
    WHEN 'solution' THEN COALESCE(outcome IN ('applied', 'heard', 'extension_asked', 'renewal_asked', 'not_yet_found',
      'stay_in_belgium', 'return_country_of_origin', 'family_reunification_abroad'), false)
    WHEN 'found' THEN COALESCE(outcome IN ('found_safe', 'found_elsewhere_eu', 'found_exploited', 'closed_no_news'), false)
    WHEN 'taken_back' THEN COALESCE(outcome IN ('not_happened', 'wrong_file', 'recorded_twice'), false)
    ELSE outcome IS NULL END),
  ADD CONSTRAINT guardianship_event_form CHECK (CASE kind
    WHEN 'reported' THEN COALESCE(form IN ('ngo', 'police_local', 'police_federal_border', 'io', 'fedasil', 'hospital', 'school',
      'youth_services', 'citizen', 'self'), false)
    WHEN 'age_doubted' THEN COALESCE(form IN ('io', 'police', 'cgrs', 'reception_centre', 'other_state', 'other'), false)
    WHEN 'age_assessed' THEN COALESCE(form IN ('documents', 'interview', 'medical_triple_test', 'refused_by_person', 'none'), false)
    WHEN 'report_sent' THEN COALESCE(form IN ('initial', 'periodic', 'final'), false)
    WHEN 'placed' THEN COALESCE(form IN ('ooc', 'collective_uam_centre', 'small_unit', 'foster_family', 'specialised_thb_centre',
      'youth_care', 'with_relatives', 'independent_supported', 'closed_centre', 'street', 'unknown'), false)
    WHEN 'told' THEN COALESCE(form IN ('police', 'child_focus', 'guardianship_service', 'lawyer', 'guardian'), false)
    ELSE form IS NULL END),
  ADD CONSTRAINT guardianship_event_on CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis)),
  ADD CONSTRAINT guardianship_event_at CHECK (at IS NULL OR (kind IN ('missing', 'told', 'found') AND at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')),
  ADD CONSTRAINT guardianship_event_notified CHECK (kind = 'decided' OR (notified_on IS NULL AND notification IS NULL)),
  ADD CONSTRAINT guardianship_event_notification CHECK (notification IS NULL OR notification IN ('hand_delivery', 'registered_ack',
    'registered_post', 'ordinary_post', 'email_lawyer', 'municipality', 'closed_centre', 'deemed')),
  ADD CONSTRAINT guardianship_event_border CHECK (kind = 'age_doubted' OR NOT at_border),
  ADD CONSTRAINT guardianship_event_claim CHECK (claim_id IS NULL OR kind = 'age_assessed'),
  -- What answers another event says which, and nothing answers or replaces itself.
  ADD CONSTRAINT guardianship_event_concerns CHECK ((kind IN ('challenged', 'told', 'looked_again', 'found')) = (concerns IS NOT NULL)),
  ADD CONSTRAINT guardianship_event_replaces CHECK ((kind <> 'taken_back' OR replaces IS NOT NULL)
    AND replaces IS DISTINCT FROM id AND concerns IS DISTINCT FROM id);

-- 2. A file's table: rows are added and never changed, by whoever writes them, about somebody of the same file ----------

CALL app.protect_file_table('guardianship_event');
CREATE POLICY signed ON public.guardianship_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY of_this_file ON public.guardianship_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = guardianship_event.case_id AND cp.person_id = guardianship_event.person_id));
GRANT SELECT, INSERT ON public.guardianship_event TO accompany_app;

-- 3. Its rows start and stop clocks --------------------------------------------------------------------------------------

ALTER TABLE public.deadline DROP CONSTRAINT deadline_cause;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_cause CHECK (
  (cause_kind IS NULL) = (cause_ref IS NULL)
  AND COALESCE(cause_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event', 'matter_step', 'guardianship_event'), true));
ALTER TABLE public.deadline DROP CONSTRAINT deadline_closed_by_an_act;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_closed_by_an_act CHECK (
  (status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
  AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
  AND (status = 'closed') = COALESCE(
    closed_kind IN ('note', 'encounter', 'asylum_event', 'stay_document', 'detention_event', 'matter_step', 'guardianship_event'), false));
