-- Writes a release into the register (its files only the first time) and to whom it goes (once).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.register_release(release text, files jsonb, handover uuid, receiver text, reason text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin releases figures' USING ERRCODE = '42501';
  END IF;
  IF files IS NOT NULL THEN
    INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown,
                                    cells_hidden, cells_new, meter_after, csv, json, file_hashes, requested_by,
                                    profile, certificate, zip)
    SELECT release, organisation, s.id, f.measure, f.spec, f."engineVersion", f."cellsShown", f."cellsHidden", f."cellsNew",
           f."meterAfter", f.csv, f.json, f."fileHashes", admin, f.profile, f.certificate,
           pg_catalog.decode(f.zip, 'base64')
      FROM pg_catalog.jsonb_to_record(files) AS f("snapshotId" uuid, measure text, spec jsonb, "engineVersion" text,
             "cellsShown" integer, "cellsHidden" integer, "cellsNew" integer, "meterAfter" integer, csv text, json text,
             "fileHashes" jsonb, profile text, certificate text, zip text)
      JOIN public.snapshot s ON s.id = f."snapshotId" AND s.organisation_id = organisation;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.sdc_release r WHERE r.id = release AND r.organisation_id = organisation) THEN
    RAISE EXCEPTION 'no such release' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
    SELECT handover, release, receiver, reason, admin
     WHERE NOT EXISTS (SELECT 1 FROM public.sdc_handover h WHERE h.release_id = release AND h.recipient = receiver
                          AND h.purpose = reason AND h.requested_by = admin);
END $$;
GRANT EXECUTE ON FUNCTION app.register_release(text, jsonb, uuid, text, text) TO accompany_app;
