-- No matter who tries, and by whatever way: neither the file nor its keys go while it is held.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.keep_held() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone jsonb := pg_catalog.to_jsonb(OLD);
BEGIN
  IF app.is_held(COALESCE(gone ->> 'holder_id', gone ->> 'id')::uuid) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_held() TO accompany_owner;
