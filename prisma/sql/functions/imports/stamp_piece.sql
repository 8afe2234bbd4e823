-- A piece is written once, and knows in which transaction; no one says so by hand.
CREATE OR REPLACE FUNCTION app.stamp_piece() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (('waiting', 'waiting'), ('waiting', 'done')) THEN
    RAISE EXCEPTION 'a piece is written once' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'done' THEN
    NEW.xid := pg_catalog.pg_current_xact_id()::text::bigint;
    NEW.cluster := (SELECT c.system_identifier FROM pg_catalog.pg_control_system() c);
  END IF;
  RETURN NEW;
END $$;
