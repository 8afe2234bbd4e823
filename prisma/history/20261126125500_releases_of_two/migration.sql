-- Rows of single people, exact tables and noisy tables leave only when a second admin has agreed (docs/adr/0082).

-- CreateTable
CREATE TABLE "sdc_request" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "release_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "file_hashes" JSONB NOT NULL,
    "recipient" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "sdc_request_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "sdc_release" ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'table';

-- CreateIndex
CREATE INDEX "sdc_request_snapshot_id_kind_idx" ON "sdc_request"("snapshot_id", "kind");

-- AddForeignKey
ALTER TABLE "sdc_request" ADD CONSTRAINT "sdc_request_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. What a row may say ------------------------------------------------------------------------------------------------------------

ALTER TABLE public.sdc_request
  ADD CONSTRAINT sdc_request_kind CHECK (kind IN ('rows', 'exact', 'noise')),
  ADD CONSTRAINT sdc_request_words CHECK (
    pg_catalog.length(recipient) BETWEEN 1 AND 120 AND pg_catalog.length(purpose) BETWEEN 1 AND 300
    AND pg_catalog.length(reason) BETWEEN 1 AND 1000),
  ADD CONSTRAINT sdc_request_state CHECK (
    state IN ('asked', 'approved', 'declined')
    AND (state = 'asked') = (answered_by IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL)
    AND (state = 'declined') = (reason IS NOT NULL)),
  -- Two people, whoever writes the row.
  ADD CONSTRAINT sdc_request_two CHECK (state <> 'approved' OR answered_by <> requested_by);

-- What needs two stands in the register with both of them, or not at all.
ALTER TABLE public.sdc_release
  ADD CONSTRAINT sdc_release_kind CHECK (kind IN ('table', 'rows', 'exact', 'noise')),
  ADD CONSTRAINT sdc_release_two CHECK ((kind = 'table') = (approved_by IS NULL) AND approved_by <> requested_by);

ALTER TABLE public.sdc_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sdc_request FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.sdc_request FROM PUBLIC;
CREATE POLICY reads ON public.sdc_request FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.sdc_request FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.sdc_request TO accompany_stats, accompany_backup;
GRANT SELECT, INSERT, UPDATE (state, answered_by, answered_at, reason) ON public.sdc_request TO accompany_guard;
GRANT SELECT (period_start, period_end) ON public.snapshot TO accompany_guard;
GRANT SELECT (kind) ON public.sdc_release TO accompany_guard;

-- An answer is the last word, and nothing is ever taken out.
CREATE FUNCTION app.keep_answer() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'an answered request never changes' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_answer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_answer() TO accompany_guard;
CREATE TRIGGER keep_answer BEFORE UPDATE OR DELETE ON public.sdc_request FOR EACH ROW EXECUTE FUNCTION app.keep_answer();

-- 2. The chain says of what kind a release is and who agreed; of tables it says what it always said ----------------------------------

CREATE OR REPLACE FUNCTION app.chain_release() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE before record;
BEGIN
  SELECT r.number, r.own_hash INTO before FROM public.sdc_release r
   WHERE r.organisation_id = NEW.organisation_id AND r.number IS NOT NULL ORDER BY r.number DESC LIMIT 1;
  NEW.number := coalesce(before.number, 0) + 1;
  NEW.prev_hash := coalesce(before.own_hash, '');
  NEW.own_hash := pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws('|', NEW.prev_hash,
    NEW.number, NEW.id, NEW.snapshot_id, NEW.engine_version, NEW.profile, NEW.file_hashes ->> 'csv',
    NEW.file_hashes ->> 'json', NEW.file_hashes ->> 'zip', NEW.meter_after, NULLIF(NEW.kind, 'table'), NEW.approved_by),
    'UTF8')), 'hex');
  RETURN NEW;
END $$;

-- 3. Asking and answering --------------------------------------------------------------------------------------------------------------

SET ROLE accompany_guard;

-- Whether a period that shares a day with this one has given the same kind before: two files of the same people can be laid side by side.
CREATE FUNCTION app.is_given(house uuid, frozen uuid, what text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT FROM public.sdc_request q JOIN public.snapshot other ON other.id = q.snapshot_id
                                     JOIN public.snapshot own ON own.id = frozen
     WHERE q.organisation_id = house AND q.kind = what AND q.state = 'approved'
       AND other.period_start <= own.period_end AND own.period_start <= other.period_end)
$$;
REVOKE ALL ON FUNCTION app.is_given(uuid, uuid, text) FROM PUBLIC;

-- Asks a second admin for a release, and says 'asked'; else why not. Nothing leaves by it.
CREATE FUNCTION app.ask_release(request uuid, asked jsonb, receiver text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  f record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin asks for a release' USING ERRCODE = '42501';
  END IF;
  SELECT x.* INTO f FROM pg_catalog.jsonb_to_record(asked) AS x("snapshotId" uuid, kind text, "releaseId" text, spec jsonb, facts jsonb, "fileHashes" jsonb)
    JOIN public.snapshot s ON s.id = x."snapshotId" AND s.organisation_id = house;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || house::text, 0));
  IF app.is_given(house, f."snapshotId", f.kind) THEN RETURN 'given'; END IF;
  IF EXISTS (SELECT FROM public.sdc_request q WHERE q.organisation_id = house AND q.snapshot_id = f."snapshotId" AND q.kind = f.kind AND q.state = 'asked') THEN
    RETURN 'waits';
  END IF;
  INSERT INTO public.sdc_request (id, organisation_id, snapshot_id, kind, release_id, spec, facts, file_hashes, recipient, purpose, requested_by)
  VALUES (request, house, f."snapshotId", f.kind, f."releaseId", f.spec, f.facts, f."fileHashes", receiver, why, admin);
  RETURN 'asked';
END $$;

-- The word of an admin about a request. Approved by a second one, its files enter the register, and only the files that were asked
-- for; declined with a reason by any admin, whoever asked too. In one word what became of it.
CREATE FUNCTION app.answer_request(request uuid, said text, why text, files jsonb, handover uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  q record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin answers a request' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || house::text, 0));
  SELECT x.* INTO q FROM public.sdc_request x WHERE x.id = request AND x.organisation_id = house FOR UPDATE;
  IF NOT FOUND OR said NOT IN ('approved', 'declined') THEN RETURN 'notFound'; END IF;
  IF q.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'declined' THEN
    UPDATE public.sdc_request SET state = 'declined', answered_by = admin, answered_at = app.now(), reason = why WHERE id = request;
    RETURN 'ok';
  END IF;
  IF admin = q.requested_by THEN RETURN 'notOneself'; END IF;
  IF app.is_given(house, q.snapshot_id, q.kind) THEN RETURN 'given'; END IF;
  IF pg_catalog.encode(pg_catalog.sha256(pg_catalog.decode(files ->> 'zip', 'base64')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'zip'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'csv', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'csv'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'json', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'json' THEN
    RETURN 'changed';
  END IF;
  UPDATE public.sdc_request SET state = 'approved', answered_by = admin, answered_at = app.now() WHERE id = request;
  INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden,
                                  cells_new, meter_after, csv, json, file_hashes, requested_by, profile, certificate, zip,
                                  kind, approved_by)
  SELECT q.release_id, house, q.snapshot_id, f.measure, q.spec, f."engineVersion", f."cellsShown", f."cellsHidden", 0, 0, f.csv,
         f.json, q.file_hashes, q.requested_by, 'public', f.certificate, pg_catalog.decode(f.zip, 'base64'), q.kind, admin
    FROM pg_catalog.jsonb_to_record(files) AS f(measure text, "engineVersion" text, "cellsShown" integer, "cellsHidden" integer,
           csv text, json text, certificate text, zip text);
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
  VALUES (handover, q.release_id, q.recipient, q.purpose, q.requested_by);
  RETURN 'ok';
END $$;

REVOKE ALL ON FUNCTION app.ask_release(uuid, jsonb, text, text), app.answer_request(uuid, text, text, jsonb, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_release(uuid, jsonb, text, text), app.answer_request(uuid, text, text, jsonb, uuid) TO accompany_app;
RESET ROLE;
