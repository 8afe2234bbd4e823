-- A row of a snapshot goes when that has ended, and never before.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_frozen() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' AND app.is_ended(OLD.snapshot_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
GRANT EXECUTE ON FUNCTION app.keep_frozen() TO accompany_owner;
