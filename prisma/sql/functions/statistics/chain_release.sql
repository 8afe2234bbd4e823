-- The hash of a row stands over everything a reader of the files could check, and over the row before it.
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
GRANT EXECUTE ON FUNCTION app.chain_release() TO accompany_guard;
