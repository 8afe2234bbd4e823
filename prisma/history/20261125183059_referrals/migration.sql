-- CreateTable
CREATE TABLE "help_body" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ages" TEXT NOT NULL,
    "regions" TEXT[],
    "city" TEXT,
    "role" JSONB NOT NULL,
    "phone" TEXT,
    "source" TEXT,
    "read_on" DATE,
    "checked_on" DATE,

    CONSTRAINT "help_body_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "person_id" UUID NOT NULL,
    "body_slug" TEXT,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "fields" TEXT[],
    "language" TEXT NOT NULL,
    "to_cipher" BYTEA NOT NULL,
    "asked_cipher" BYTEA NOT NULL,
    "contact_cipher" BYTEA,
    "reach_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_step" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "way" TEXT,
    "takes_back" UUID,
    "next_on" DATE,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "referral_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "referral_person_id_idx" ON "referral"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_id_case_id_key" ON "referral"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_case_id_subject_id_revision_key" ON "referral"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE INDEX "referral_step_referral_id_idx" ON "referral_step"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_step_id_case_id_key" ON "referral_step"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_step_case_id_takes_back_key" ON "referral_step"("case_id", "takes_back");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "referral"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_referral_id_case_id_fkey" FOREIGN KEY ("referral_id", "case_id") REFERENCES "referral"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_takes_back_case_id_fkey" FOREIGN KEY ("takes_back", "case_id") REFERENCES "referral_step"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/referrals) --------------------------------------------------------------------

ALTER TABLE public.help_body
  ADD CONSTRAINT help_body_kind CHECK (kind IN ('specialised_centre', 'child_centre', 'guardianship', 'child_helpline', 'help_line', 'authority')),
  ADD CONSTRAINT help_body_ages CHECK (ages IN ('adults', 'minors', 'all')),
  ADD CONSTRAINT help_body_regions CHECK (regions IS NOT NULL AND regions <@ ARRAY['brussels', 'flanders', 'wallonia']),
  -- A number stands with where it was read and when.
  ADD CONSTRAINT help_body_phone CHECK (phone IS NULL OR (source IS NOT NULL AND read_on IS NOT NULL));
ALTER TABLE public.referral
  ADD CONSTRAINT referral_kind CHECK (kind IN ('specialised_centre', 'child_centre', 'guardianship', 'child_helpline', 'help_line',
    'authority', 'lawyer', 'health', 'shelter', 'social_service', 'organisation', 'other')),
  ADD CONSTRAINT referral_urgency CHECK (urgency IN ('now', 'this_week', 'no_hurry')),
  ADD CONSTRAINT referral_language CHECK (language IN ('en', 'fr', 'nl', 'de')),
  ADD CONSTRAINT referral_fields CHECK (fields IS NOT NULL AND fields <@ ARRAY['initials', 'name', 'code', 'age', 'minority', 'sex',
    'nationality', 'language', 'reach', 'place', 'procedure', 'detention', 'deadlines', 'others', 'worker',
    'danger', 'form', 'sector', 'region', 'recruited_in', 'held', 'signs']),
  ADD CONSTRAINT referral_revision CHECK (
    revision >= 1 AND (revision = 1) = (id = subject_id)
    AND (mistake IS NULL OR (revision > 1 AND mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
ALTER TABLE public.referral_step
  ADD CONSTRAINT referral_step_kind CHECK (kind IN ('told', 'sent', 'received', 'accepted', 'declined', 'person_declined',
    'no_capacity', 'no_answer', 'outcome', 'taken_back')),
  ADD CONSTRAINT referral_step_way CHECK (COALESCE(way IN ('phone', 'in_person', 'secure_mail', 'post', 'handed_over', 'other'), true)),
  ADD CONSTRAINT referral_step_takes_back CHECK ((kind = 'taken_back') = (takes_back IS NOT NULL) AND takes_back IS DISTINCT FROM id);

-- 2. Reference data is read by whoever is signed in; a referral by whoever reads the file ---------------------------------

REVOKE ALL ON public.help_body FROM PUBLIC;
GRANT SELECT ON public.help_body TO accompany_app, accompany_backup;

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral', 'referral_step'] LOOP
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    EXECUTE pg_catalog.format('CREATE POLICY signed ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (created_by = (SELECT app.worker_id()))', t);
    -- A guest reads the file and not with whom it is talked over.
    EXECUTE pg_catalog.format('CREATE POLICY among_colleagues ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app
      USING ((SELECT app.worker_id()) IS NOT NULL)', t);
    EXECUTE pg_catalog.format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
  END LOOP;
END $$;
CREATE POLICY of_this_file ON public.referral AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp
                       WHERE cp.case_id = referral.case_id AND cp.person_id = referral.person_id));

-- 3. What left the house stays what it was ------------------------------------------------------------------------------

-- By the rights of the writer: what she may not see she may not revise either.
CREATE FUNCTION app.keep_sent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.revision > 1 AND NEW.mistake IS NULL AND EXISTS (
       SELECT FROM public.referral_step s WHERE s.case_id = NEW.case_id AND s.referral_id = NEW.subject_id AND s.kind = 'sent'
          AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id)) THEN
    RAISE EXCEPTION 'what was sent stays what it was' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_sent() FROM PUBLIC;
CREATE TRIGGER keep_sent BEFORE INSERT ON public.referral FOR EACH ROW EXECUTE FUNCTION app.keep_sent();
