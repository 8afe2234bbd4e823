-- CreateTable
CREATE TABLE "case_former_value" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "became" TEXT,
    "cipher" BYTEA,
    "revision" INTEGER,
    "on_day" DATE,
    "replaced_by" UUID,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_former_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_former_value" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "became" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "txid" BIGINT NOT NULL,

    CONSTRAINT "person_former_value_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_former_value_case_id_idx" ON "case_former_value"("case_id");

-- CreateIndex
CREATE INDEX "case_former_value_team_id_idx" ON "case_former_value"("team_id");

-- CreateIndex
CREATE INDEX "person_former_value_person_id_idx" ON "person_former_value"("person_id");

-- CreateIndex
CREATE INDEX "person_former_value_subject_id_idx" ON "person_former_value"("subject_id");

-- AddForeignKey
ALTER TABLE "case_former_value" ADD CONSTRAINT "case_former_value_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_former_value" ADD CONSTRAINT "case_former_value_replaced_by_fkey" FOREIGN KEY ("replaced_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_former_value" ADD CONSTRAINT "person_former_value_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What stood in a file or was told of a person before it was written over (docs/adr/0084). Kept below every path, read as what stands
-- there now, changed by nobody.

-- 1. Of a file ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE public.case_former_value
  ADD CONSTRAINT case_former_value_field CHECK (field IN ('kind', 'status', 'risk', 'secrecy', 'next_step')),
  -- Words of a file are ciphers: what is in clear here is a code.
  ADD CONSTRAINT case_former_value_holds CHECK (
    CASE WHEN field = 'next_step' THEN value IS NULL AND became IS NULL AND revision IS NOT NULL
         ELSE value <> became AND cipher IS NULL AND revision IS NULL AND on_day IS NULL END);
CALL app.protect_file_table('case_former_value');
GRANT SELECT ON public.case_former_value TO accompany_app;
GRANT INSERT ON public.case_former_value TO accompany_guard;

-- 2. Of a person: read by whoever reaches her ------------------------------------------------------------------------------------

ALTER TABLE public.person_former_value
  ADD CONSTRAINT person_former_value_field CHECK (field IN ('sex', 'interpreter_need')),
  ADD CONSTRAINT person_former_value_changed CHECK (value <> became);
ALTER TABLE public.person_former_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.person_former_value FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.person_former_value FROM PUBLIC;
CREATE POLICY reach ON public.person_former_value FOR SELECT TO accompany_app
  USING (person_id IN (SELECT cp.person_id FROM public.case_person cp));
CREATE POLICY guards ON public.person_former_value FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.person_former_value TO accompany_app, accompany_backup;
GRANT SELECT, INSERT, DELETE ON public.person_former_value TO accompany_guard;
-- It moves with a merge, and an import that it was written over since is not taken back.
CALL app.let_import_look('public.person_former_value', 'person_id');

-- 3. Kept by trigger ---------------------------------------------------------------------------------------------------------------
-- Only where something changed, and nothing of a row that began in this transaction: what an intake or an import writes in two
-- statements was never told otherwise. The clock of rows counts in milliseconds.

SET ROLE accompany_guard;
CREATE FUNCTION app.keep_former_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.case_former_value (id, case_id, field, value, became, replaced_by)
  SELECT pg_catalog.gen_random_uuid(), OLD.id, c.field, c.was, c.is_now, app.actor_id()
    FROM (VALUES ('kind', OLD.kind, NEW.kind), ('status', OLD.status, NEW.status), ('risk', OLD.risk, NEW.risk),
                 ('secrecy', OLD.secrecy, NEW.secrecy)) c(field, was, is_now)
   WHERE c.was <> c.is_now;
  IF (OLD.next_step_cipher, OLD.next_step_on) IS DISTINCT FROM (NEW.next_step_cipher, NEW.next_step_on) THEN
    INSERT INTO public.case_former_value (id, case_id, field, cipher, revision, on_day, replaced_by)
    VALUES (pg_catalog.gen_random_uuid(), OLD.id, 'next_step', OLD.next_step_cipher, OLD.next_step_revision, OLD.next_step_on, app.actor_id());
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.keep_former_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.person_former_value (id, person_id, subject_id, field, value, became, txid)
  SELECT pg_catalog.gen_random_uuid(), OLD.id, OLD.id, c.field, c.was, c.is_now,
         app.trail_base() + pg_catalog.pg_current_xact_id()::text::bigint
    FROM (VALUES ('sex', OLD.sex, NEW.sex), ('interpreter_need', OLD.interpreter_need, NEW.interpreter_need)) c(field, was, is_now)
   WHERE c.was <> c.is_now;
  RETURN NULL;
END $$;

-- A merge that is taken back was never there: what it wrote over and what its end wrote over again are no changes, unless somebody
-- has changed the same thing in between.
CREATE FUNCTION app.forget_parted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.person_former_value v
   USING public.person_former_value made, public.person_former_value back
   WHERE made.subject_id = NEW.kept_id AND made.replaced_at = NEW.merged_at
     AND made.value = NEW.before ->> made.field AND made.became = NEW.after ->> made.field
     AND back.subject_id = NEW.kept_id AND back.field = made.field AND back.replaced_at = NEW.undone_at
     AND back.value = made.became AND back.became = made.value
     AND NOT EXISTS (SELECT FROM public.person_former_value other
                      WHERE other.subject_id = NEW.kept_id AND other.field = made.field
                        AND (other.replaced_at, other.txid) > (made.replaced_at, made.txid) AND other.id <> back.id)
     AND v.id IN (made.id, back.id);
  RETURN NULL;
END $$;

-- Since when: what was written over before is lost, and a page that shows a day before it says so.
CREATE FUNCTION app.former_since() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT w.since FROM public.row_watch w WHERE w.table_name = 'person_former_value' $$;
REVOKE ALL ON FUNCTION app.keep_former_file(), app.keep_former_person(), app.forget_parted(), app.former_since() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.former_since() TO accompany_app;
GRANT EXECUTE ON FUNCTION app.keep_former_file(), app.keep_former_person(), app.forget_parted() TO accompany_owner;
RESET ROLE;

CREATE TRIGGER keep_former AFTER UPDATE ON public.case_file FOR EACH ROW
  WHEN ((OLD.kind, OLD.status, OLD.risk, OLD.secrecy, OLD.next_step_cipher, OLD.next_step_on)
        IS DISTINCT FROM (NEW.kind, NEW.status, NEW.risk, NEW.secrecy, NEW.next_step_cipher, NEW.next_step_on)
        AND OLD.created_at < pg_catalog.date_trunc('milliseconds', pg_catalog.transaction_timestamp()))
  EXECUTE FUNCTION app.keep_former_file();
CREATE TRIGGER keep_former AFTER UPDATE ON public.person FOR EACH ROW
  WHEN ((OLD.sex, OLD.interpreter_need) IS DISTINCT FROM (NEW.sex, NEW.interpreter_need)
        AND OLD.created_at < pg_catalog.date_trunc('milliseconds', pg_catalog.transaction_timestamp()))
  EXECUTE FUNCTION app.keep_former_person();
CREATE TRIGGER forget_parted AFTER UPDATE OF conflicts ON public.person_merge FOR EACH ROW
  WHEN (NEW.undone_at IS NOT NULL) EXECUTE FUNCTION app.forget_parted();

CALL app.watch_rows();
