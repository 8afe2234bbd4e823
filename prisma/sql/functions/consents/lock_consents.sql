-- Anyone who checks and anyone who says no wait for each other, so that nothing leaves between the check and the no.
CREATE OR REPLACE FUNCTION app.lock_consents() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
  -- The database's own hour: which of two answers came later is decided by it.
  NEW.created_at := app.now();
  RETURN NEW;
END $$;
