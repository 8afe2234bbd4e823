-- What leaves is one archive with its certificate, and the register is a chain: whoever takes a release out of it, or writes
-- one in between, breaks the hash of every later one (docs/adr/0065). A release is signed by somebody who did not make it.

ALTER TABLE "sdc_release" ADD COLUMN     "certificate" TEXT,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "own_hash" TEXT,
ADD COLUMN     "prev_hash" TEXT,
ADD COLUMN     "profile" TEXT NOT NULL DEFAULT 'public',
ADD COLUMN     "zip" BYTEA;

CREATE TABLE "sdc_signature" (
    "release_id" TEXT NOT NULL,
    "signed_by" UUID NOT NULL,
    "signed_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "sdc_signature_pkey" PRIMARY KEY ("release_id")
);
ALTER TABLE "sdc_signature" ADD CONSTRAINT "sdc_signature_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "sdc_release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "sdc_release_organisation_id_number_key" ON "sdc_release"("organisation_id", "number");

ALTER TABLE public.sdc_release ADD CONSTRAINT sdc_release_profile CHECK (profile IN ('public', 'partner'));

ALTER TABLE public.sdc_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sdc_signature FORCE ROW LEVEL SECURITY;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON public.sdc_signature FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY reads ON public.sdc_signature FOR SELECT TO accompany_stats
  USING (release_id IN (SELECT r.id FROM public.sdc_release r));
CREATE POLICY guards ON public.sdc_signature FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_signature FOR INSERT TO accompany_guard WITH CHECK (true);
GRANT SELECT ON public.sdc_signature TO accompany_stats, accompany_backup;
GRANT SELECT (release_id), INSERT ON public.sdc_signature TO accompany_guard;
GRANT SELECT (number, own_hash, requested_by) ON public.sdc_release TO accompany_guard;

-- The hash of a row stands over everything a reader of the files could check, and over the row before it.
CREATE FUNCTION app.chain_release() RETURNS trigger
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
    NEW.file_hashes ->> 'json', NEW.file_hashes ->> 'zip', NEW.meter_after), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.chain_release() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.chain_release() TO accompany_guard;
CREATE TRIGGER chain BEFORE INSERT ON public.sdc_release FOR EACH ROW EXECUTE FUNCTION app.chain_release();

SET ROLE accompany_guard;

CREATE OR REPLACE FUNCTION app.register_release(release text, files jsonb, handover uuid, receiver text, reason text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin releases figures' USING ERRCODE = '42501';
  END IF;
  IF files IS NOT NULL THEN
    INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown,
                                    cells_hidden, cells_new, meter_after, csv, json, file_hashes, requested_by,
                                    profile, certificate, zip)
    SELECT release, house, s.id, f.measure, f.spec, f."engineVersion", f."cellsShown", f."cellsHidden", f."cellsNew",
           f."meterAfter", f.csv, f.json, f."fileHashes", admin, f.profile, f.certificate,
           pg_catalog.decode(f.zip, 'base64')
      FROM pg_catalog.jsonb_to_record(files) AS f("snapshotId" uuid, measure text, spec jsonb, "engineVersion" text,
             "cellsShown" integer, "cellsHidden" integer, "cellsNew" integer, "meterAfter" integer, csv text, json text,
             "fileHashes" jsonb, profile text, certificate text, zip text)
      JOIN public.snapshot s ON s.id = f."snapshotId" AND s.organisation_id = house;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.sdc_release r WHERE r.id = release AND r.organisation_id = house) THEN
    RAISE EXCEPTION 'no such release' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
    SELECT handover, release, receiver, reason, admin
     WHERE NOT EXISTS (SELECT 1 FROM public.sdc_handover h WHERE h.release_id = release AND h.recipient = receiver
                          AND h.purpose = reason AND h.requested_by = admin);
END $$;

-- Signs a release as it stands. Says false when it is no release of the house, is signed, or was made by the same admin.
CREATE FUNCTION app.sign_release(release text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
  written integer;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin signs a release' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.sdc_signature (release_id, signed_by, signed_hash)
  SELECT r.id, admin, r.own_hash FROM public.sdc_release r
   WHERE r.id = release AND r.organisation_id = house AND r.requested_by <> admin AND r.own_hash IS NOT NULL
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written = 1;
END $$;
REVOKE ALL ON FUNCTION app.sign_release(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sign_release(text) TO accompany_app;
RESET ROLE;
