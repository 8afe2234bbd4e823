-- Asks a second admin for a release, and says 'asked'; else why not. Nothing leaves by it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.ask_release(request uuid, asked jsonb, receiver text, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  f record;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin asks for a release' USING ERRCODE = '42501';
  END IF;
  SELECT x.* INTO f FROM pg_catalog.jsonb_to_record(asked) AS x("snapshotId" uuid, kind text, "releaseId" text, spec jsonb, facts jsonb, "fileHashes" jsonb)
    JOIN public.snapshot s ON s.id = x."snapshotId" AND s.organisation_id = organisation;
  IF NOT FOUND THEN RETURN 'notFound'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || organisation::text, 0));
  IF f.kind = 'noise' AND NOT EXISTS (
    SELECT FROM public.sdc_budget b WHERE b.snapshot_id = f."snapshotId" AND b.plan = f.spec ->> 'measure') THEN
    RAISE EXCEPTION 'noise is asked for when it is paid' USING ERRCODE = '42501';
  END IF;
  IF app.is_given(organisation, f."snapshotId", f.kind, f.spec ->> 'measure') THEN RETURN 'given'; END IF;
  IF EXISTS (SELECT FROM public.sdc_request q WHERE q.organisation_id = organisation AND q.snapshot_id = f."snapshotId" AND q.kind = f.kind AND q.state = 'asked') THEN
    RETURN 'waits';
  END IF;
  INSERT INTO public.sdc_request (id, organisation_id, snapshot_id, kind, release_id, spec, facts, file_hashes, recipient, purpose, requested_by)
  VALUES (request, organisation, f."snapshotId", f.kind, f."releaseId", f.spec, f.facts, f."fileHashes", receiver, why, admin);
  RETURN 'asked';
END $$;
GRANT EXECUTE ON FUNCTION app.ask_release(uuid, jsonb, text, text) TO accompany_app;
