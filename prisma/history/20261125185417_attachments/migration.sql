-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "label_cipher" BYTEA NOT NULL,
    "scan" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,
    "removed_because" TEXT,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_piece" (
    "attachment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "attachment_piece_pkey" PRIMARY KEY ("attachment_id","position")
);

-- CreateIndex
CREATE INDEX "attachment_case_id_created_at_idx" ON "attachment"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "attachment_team_id_idx" ON "attachment"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_id_case_id_key" ON "attachment"("id", "case_id");

-- CreateIndex
CREATE INDEX "attachment_piece_case_id_idx" ON "attachment_piece"("case_id");

-- CreateIndex
CREATE INDEX "attachment_piece_team_id_idx" ON "attachment_piece"("team_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_removed_by_fkey" FOREIGN KEY ("removed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_piece" ADD CONSTRAINT "attachment_piece_attachment_id_case_id_fkey" FOREIGN KEY ("attachment_id", "case_id") REFERENCES "attachment"("id", "case_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/attachments/attachment.rules.ts) ----------------------------------------------

ALTER TABLE public.attachment ADD CONSTRAINT attachment_kind
  CHECK (kind IN ('identity', 'decision', 'procedure', 'detention', 'health', 'family', 'work', 'photo', 'other'));
ALTER TABLE public.attachment ADD CONSTRAINT attachment_scan CHECK (scan IN ('none', 'waiting', 'clean'));
ALTER TABLE public.attachment ADD CONSTRAINT attachment_bytes CHECK (bytes BETWEEN 1 AND 26214400);
ALTER TABLE public.attachment ADD CONSTRAINT attachment_removed CHECK (
  (removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removed_because IS NULL)
  AND COALESCE(removed_because IN ('wrong_file', 'wrong_paper', 'asked_by_person', 'infected'), true));
ALTER TABLE public.attachment_piece ADD CONSTRAINT attachment_piece_position CHECK (position BETWEEN 0 AND 99);
ALTER TABLE public.attachment_piece ADD CONSTRAINT attachment_piece_size
  CHECK (pg_catalog.octet_length(cipher) BETWEEN 1 AND 300000);

-- 2. Rows of a file; guests see no paper --------------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('attachment');
CALL app.protect_file_table('attachment_piece');
CREATE POLICY signed ON public.attachment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND removed_at IS NULL);
CREATE POLICY no_guest ON public.attachment AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
CREATE POLICY no_guest ON public.attachment_piece AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
-- Pieces come with their paper, by whoever brings it, and never again.
CREATE POLICY own ON public.attachment_piece AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.attachment a WHERE a.id = attachment_id AND a.removed_at IS NULL
                         -- Both rows are of one transaction.
                         AND a.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid));
-- What the scanner has not looked at leaves for nobody but the scanner: its pieces are read to be scanned, and the door asks.
GRANT SELECT, INSERT ON public.attachment, public.attachment_piece TO accompany_app;
GRANT UPDATE (scan, removed_at, removed_by, removed_because) ON public.attachment TO accompany_app;

-- 3. Taken away once, by whoever does it; scanned once ------------------------------------------------------------------

CREATE FUNCTION app.guard_attachment() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a paper that was taken away stays away' USING ERRCODE = '42501';
  END IF;
  IF NEW.scan <> OLD.scan AND (OLD.scan, NEW.scan) <> ('waiting', 'clean') THEN
    RAISE EXCEPTION 'only a scan ends the waiting for it' USING ERRCODE = '42501';
  END IF;
  IF NEW.removed_at IS NOT NULL AND (NEW.removed_by <> app.worker_id()
       OR NEW.removed_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second') THEN
    RAISE EXCEPTION 'whoever takes a paper away signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_attachment() FROM PUBLIC;
CREATE TRIGGER guard_attachment BEFORE UPDATE ON public.attachment
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_attachment();

-- The bytes go with it: what was put into the wrong file must not stay there for whoever reads it.
GRANT SELECT (attachment_id), DELETE ON public.attachment_piece TO accompany_guard;
SET ROLE accompany_guard;
CREATE FUNCTION app.drop_pieces() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.attachment_piece WHERE attachment_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.drop_pieces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.drop_pieces() TO accompany_owner;
RESET ROLE;
CREATE TRIGGER drop_pieces AFTER UPDATE OF removed_at ON public.attachment
  FOR EACH ROW WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION app.drop_pieces();
