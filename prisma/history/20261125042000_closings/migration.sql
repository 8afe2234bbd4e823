-- CreateTable
CREATE TABLE "case_closing" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "words_cipher" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_leftover" (
    "closing_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_leftover_pkey" PRIMARY KEY ("closing_id","kind","ref")
);

-- CreateIndex
CREATE INDEX "case_closing_case_id_created_at_idx" ON "case_closing"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "case_closing_team_id_idx" ON "case_closing"("team_id");

-- CreateIndex
CREATE INDEX "case_leftover_case_id_idx" ON "case_leftover"("case_id");

-- CreateIndex
CREATE INDEX "case_leftover_team_id_idx" ON "case_leftover"("team_id");

-- AddForeignKey
ALTER TABLE "case_closing" ADD CONSTRAINT "case_closing_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_closing" ADD CONSTRAINT "case_closing_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_leftover" ADD CONSTRAINT "case_leftover_closing_id_fkey" FOREIGN KEY ("closing_id") REFERENCES "case_closing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_leftover" ADD CONSTRAINT "case_leftover_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by ----------------------------------------------------------------------------------

ALTER TABLE public.case_closing ADD CONSTRAINT case_closing_kind CHECK (kind IN ('closed', 'reopened'));
-- A file is closed for a reason of the list, and opened again for one in words.
ALTER TABLE public.case_closing ADD CONSTRAINT case_closing_says CHECK (
  (kind = 'closed') = (reason IS NOT NULL) AND (kind = 'closed' OR words_cipher IS NOT NULL));
ALTER TABLE public.case_leftover ADD CONSTRAINT case_leftover_kind CHECK (kind IN ('deadline', 'task', 'plan', 'step', 'signal'));
ALTER TABLE public.case_leftover ADD CONSTRAINT case_leftover_reason
  CHECK (reason IN ('followedElsewhere', 'notNeeded', 'declined', 'unreachable', 'other'));

-- 2. Rows of a file, added and never changed --------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('case_closing');
CALL app.protect_file_table('case_leftover');
CREATE POLICY signed ON public.case_closing AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
-- What stayed open is said with the closing, by whoever closes, and not afterwards.
CREATE POLICY with_its_closing ON public.case_leftover AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (closing_id IN (SELECT c.id FROM public.case_closing c
                              WHERE c.case_id = case_leftover.case_id AND c.kind = 'closed'
                                AND c.created_by = (SELECT app.worker_id()) AND c.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid));
GRANT SELECT, INSERT ON public.case_closing, public.case_leftover TO accompany_app;

-- 3. No file is closed or opened again in silence -------------------------------------------------------------------
-- The status of case_file is the one truth; whoever moves it across this line leaves the row that says why, in the same
-- transaction. Read as the application, which sees what it has just added.

CREATE FUNCTION app.is_over(status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN status IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE FUNCTION app.guard_closing() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.case_closing c
                  WHERE c.case_id = NEW.id AND c.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid
                    AND c.kind = CASE WHEN app.is_over(NEW.status) THEN 'closed' ELSE 'reopened' END) THEN
    RAISE EXCEPTION 'a file is closed and opened again with a reason' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.is_over(text), app.guard_closing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_over(text) TO accompany_app, accompany_guard;
CREATE TRIGGER guard_closing AFTER UPDATE OF status ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND OLD.status IS DISTINCT FROM NEW.status
                     AND (OLD.status IN ('closed', 'closed_referred', 'duplicate', 'archived'))
                         <> (NEW.status IN ('closed', 'closed_referred', 'duplicate', 'archived')))
  EXECUTE FUNCTION app.guard_closing();
