-- The word of an admin about a request. Approved by a second one, its files enter the register, and only the files that were asked
-- for; declined with a reason by any admin, no matter who asked too. In one word what became of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_request(request uuid, said text, why text, files jsonb, handover uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  q record;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin answers a request' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('release:' || organisation::text, 0));
  SELECT x.* INTO q FROM public.sdc_request x WHERE x.id = request AND x.organisation_id = organisation FOR UPDATE;
  IF NOT FOUND OR said NOT IN ('approved', 'declined') THEN RETURN 'notFound'; END IF;
  IF q.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'declined' THEN
    UPDATE public.sdc_request SET state = 'declined', answered_by = admin, answered_at = app.now(), reason = why WHERE id = request;
    RETURN 'ok';
  END IF;
  fault := app.second_person(q.requested_by, admin, CASE q.kind WHEN 'rows' THEN 'rows' ELSE 'release' END);
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  IF app.is_given(organisation, q.snapshot_id, q.kind, q.spec ->> 'measure') THEN RETURN 'given'; END IF;
  IF pg_catalog.encode(pg_catalog.sha256(pg_catalog.decode(files ->> 'zip', 'base64')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'zip'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'csv', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'csv'
     OR pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(files ->> 'json', 'UTF8')), 'hex') IS DISTINCT FROM q.file_hashes ->> 'json' THEN
    RETURN 'changed';
  END IF;
  UPDATE public.sdc_request SET state = 'approved', answered_by = admin, answered_at = app.now() WHERE id = request;
  INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden,
                                  cells_new, meter_after, csv, json, file_hashes, requested_by, profile, certificate, zip,
                                  kind, approved_by)
  SELECT q.release_id, organisation, q.snapshot_id, f.measure, q.spec, f."engineVersion", f."cellsShown", f."cellsHidden", 0, 0, f.csv,
         f.json, q.file_hashes, q.requested_by, 'public', f.certificate, pg_catalog.decode(f.zip, 'base64'), q.kind, admin
    FROM pg_catalog.jsonb_to_record(files) AS f(measure text, "engineVersion" text, "cellsShown" integer, "cellsHidden" integer,
           csv text, json text, certificate text, zip text);
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
  VALUES (handover, q.release_id, q.recipient, q.purpose, q.requested_by);
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_request(uuid, text, text, jsonb, uuid) TO accompany_app;
