-- CreateTable
CREATE TABLE "trafficking_account" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "answers_cipher" BYTEA NOT NULL,
    "words_cipher" BYTEA,
    "reading_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "trafficking_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trafficking_sign" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "sign_cipher" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "trafficking_sign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trafficking_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "mistake" TEXT,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "condition" TEXT,
    "holds" TEXT,
    "reason" TEXT,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "trafficking_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exploiter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "name_cipher" BYTEA NOT NULL,
    "words_cipher" BYTEA,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "exploiter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "trafficking_account_case_id_revision_key" ON "trafficking_account"("case_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "trafficking_sign_id_case_id_key" ON "trafficking_sign"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "trafficking_sign_case_id_subject_id_revision_key" ON "trafficking_sign"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "trafficking_event_id_case_id_key" ON "trafficking_event"("id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "trafficking_event_case_id_subject_id_revision_key" ON "trafficking_event"("case_id", "subject_id", "revision");

-- CreateIndex
CREATE INDEX "exploiter_case_id_idx" ON "exploiter"("case_id");

-- AddForeignKey
ALTER TABLE "trafficking_account" ADD CONSTRAINT "trafficking_account_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trafficking_account" ADD CONSTRAINT "trafficking_account_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trafficking_sign" ADD CONSTRAINT "trafficking_sign_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trafficking_sign" ADD CONSTRAINT "trafficking_sign_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "trafficking_sign"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "trafficking_sign" ADD CONSTRAINT "trafficking_sign_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trafficking_event" ADD CONSTRAINT "trafficking_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trafficking_event" ADD CONSTRAINT "trafficking_event_subject_id_case_id_fkey" FOREIGN KEY ("subject_id", "case_id") REFERENCES "trafficking_event"("id", "case_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "trafficking_event" ADD CONSTRAINT "trafficking_event_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exploiter" ADD CONSTRAINT "exploiter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exploiter" ADD CONSTRAINT "exploiter_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/trafficking) --------------------------------------------------------------------

ALTER TABLE public.trafficking_account ADD CONSTRAINT trafficking_account_revision CHECK (revision >= 1);
ALTER TABLE public.trafficking_sign ADD CONSTRAINT trafficking_sign_revision CHECK (
  revision >= 1 AND (revision = 1) = (id = subject_id)
  AND (mistake IS NULL OR (revision > 1 AND mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
ALTER TABLE public.trafficking_event
  ADD CONSTRAINT trafficking_event_revision CHECK (
    revision >= 1 AND (revision = 1) = (id = subject_id)
    AND (mistake IS NULL OR (revision > 1 AND mistake IN ('not_happened', 'wrong_file', 'recorded_twice')))),
  ADD CONSTRAINT trafficking_event_kind CHECK (kind IN ('detection', 'reflection', 'reflection_uam', 'provisional', 'provisional_renewed',
    'status_recognised', 'status_renewed', 'unlimited', 'statement', 'return_chosen', 'stopped', 'alternative', 'not_victim', 'condition')),
  ADD CONSTRAINT trafficking_event_condition CHECK (
    (kind = 'condition') = (condition IS NOT NULL) AND (condition IS NULL) = (holds IS NULL)
    AND COALESCE(condition IN ('contact_broken', 'accepts_guidance', 'cooperates', 'no_public_order_danger'), true)
    AND COALESCE(holds IN ('met', 'not_met', 'not_known'), true)),
  ADD CONSTRAINT trafficking_event_reason CHECK (
    reason IS NULL
    OR (kind = 'stopped' AND reason IN ('shelved', 'contact_resumed', 'left_guidance', 'fraud', 'public_order', 'person_stopped', 'other'))
    OR (kind = 'alternative' AND reason IN ('humanitarian', 'asylum', 'return', 'other')));

-- 2. Only in a file that is kept for this, only for those who work on it --------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['trafficking_account', 'trafficking_sign', 'trafficking_event', 'exploiter'] LOOP
    EXECUTE pg_catalog.format('CALL app.protect_file_table(%L)', t);
    -- The copy of the secrecy is kept by trigger: a row in an open file, or a file that becomes open around it, is refused.
    EXECUTE pg_catalog.format('ALTER TABLE public.%1$I ADD CONSTRAINT %1$s_never_open CHECK (secrecy IN (''restricted'', ''sealed''))', t);
    EXECUTE pg_catalog.format('CREATE POLICY signed ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (created_by = (SELECT app.worker_id()))', t);
    -- By name: an emergency opening (docs/adr/0050) shows the file and not this, and no guest reads it.
    EXECUTE pg_catalog.format('CREATE POLICY members_only ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app
      USING ((SELECT app.worker_id()) IS NOT NULL AND case_id = ANY ((SELECT app.member_cases())::uuid[]))', t);
    EXECUTE pg_catalog.format('CREATE POLICY kept_for_this ON public.%1$I AS RESTRICTIVE FOR INSERT TO accompany_app
      WITH CHECK (EXISTS (SELECT FROM public.case_file f WHERE f.id = %1$I.case_id AND f.kind = ''thb''))', t);
    EXECUTE pg_catalog.format('GRANT SELECT, INSERT ON public.%I TO accompany_app', t);
  END LOOP;
END $$;
GRANT UPDATE (withdrawn_at) ON public.exploiter TO accompany_app;

-- 3. Who may be behind it is sealed with a key of its own, which no guest reads ------------------------------------------

ALTER TABLE public.wrapped_key DROP CONSTRAINT wrapped_key_holder;
ALTER TABLE public.wrapped_key ADD CONSTRAINT wrapped_key_holder CHECK (holder_kind IN ('person', 'file', 'visit', 'glass', 'vault'));
CREATE POLICY vault_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'vault' AND (SELECT app.worker_id()) IS NOT NULL
         AND holder_id = ANY ((SELECT app.member_cases())::uuid[])
         AND EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id AND f.kind = 'thb'));
CREATE POLICY vault_add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK (holder_kind = 'vault' AND (SELECT app.worker_id()) IS NOT NULL
              AND holder_id = ANY ((SELECT app.member_cases())::uuid[])
              AND EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id AND f.kind = 'thb'));

-- 4. Never beside another file ------------------------------------------------------------------------------------------

CREATE POLICY trafficking_apart ON public.related_file AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT EXISTS (SELECT FROM public.case_file f WHERE f.id IN (case_id, other_case_id) AND f.kind = 'thb'));
-- A file kept for this stays kept for this: its kind is no column that the application may change.

-- 5. What happens in the procedure starts and stops clocks: one more kind of entry beside whichever stand there ----------

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_catalog.pg_get_constraintdef(oid) AS def FROM pg_catalog.pg_constraint
            WHERE conrelid = 'public.deadline'::regclass AND conname IN ('deadline_cause', 'deadline_closed_by_an_act') LOOP
    EXECUTE pg_catalog.format('ALTER TABLE public.deadline DROP CONSTRAINT %I', c.conname);
    EXECUTE pg_catalog.format('ALTER TABLE public.deadline ADD CONSTRAINT %I %s', c.conname,
      pg_catalog.replace(c.def, '''detention_event''::text', '''detention_event''::text, ''trafficking_event''::text'));
  END LOOP;
END $$;
